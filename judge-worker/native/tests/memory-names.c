// expect: exit=0 killed=NONE
// The kernel remembers names that are not there; the next run does not pay for them.
#include <stdio.h>
#include <unistd.h>

int main(void) {
    char name[256];
    for (int i = 0; i < 100000; i++) {
        snprintf(name, sizeof name, "/usr/%0200d", i);
        if (access(name, F_OK) == 0)
            return 1;
    }
    return 0;
}

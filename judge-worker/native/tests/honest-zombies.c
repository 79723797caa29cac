// expect: exit=0 killed=NONE leftovers=false
// Children that have ended and were not waited for are no leftovers.
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 10; i++)
        if (fork() == 0)
            return 0;
    sleep(1);
    return 0;
}

// expect: exit=0 killed=NONE leftovers=true
// A burner that outlives its parent is killed with it.
#include <unistd.h>

int main(void) {
    if (fork() == 0)
        for (volatile unsigned j = 0;; j++)
            continue;
    return 0;
}

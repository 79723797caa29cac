// expect: exit=0 leftovers=true
// Keeping orphans to itself does not save them.
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (fork() == 0) {
        if (fork() == 0)
            pause();
        _exit(0);
    }
    wait(NULL);
    return 0;
}

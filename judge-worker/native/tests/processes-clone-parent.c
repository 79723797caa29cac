// expect: exit=0 leftovers=true
// A child that is its parent's sibling is found.
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    if (syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0) == 0)
        for (;;)
            pause();
    return 0;
}

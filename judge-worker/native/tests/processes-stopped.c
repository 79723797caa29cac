// expect: exit=0 leftovers=true
// Stopped children with all signals blocked are ended.
#include <signal.h>
#include <unistd.h>

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, 0);
    for (int i = 0; i < 10; i++)
        if (fork() == 0)
            for (;;)
                raise(SIGSTOP);
    return 0;
}

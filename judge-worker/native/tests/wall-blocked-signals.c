// expect: killed=WALL signal=9
// given: wallMs=500
// Nor one who hears nothing.
#include <signal.h>
#include <unistd.h>

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, 0);
    for (;;)
        sigsuspend(&all);
}

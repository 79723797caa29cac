// expect: exit=0 killed=NONE
// Timers are limited, and gone with the program.
#include <signal.h>
#include <time.h>

int main(void) {
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
    timer_t timer;
    for (int i = 0; i < 1000000; i++)
        if (timer_create(CLOCK_MONOTONIC, &event, &timer))
            return 0;
    return 1;
}

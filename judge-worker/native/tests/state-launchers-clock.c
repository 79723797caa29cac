// expect: exit=0 killed=NONE
// Whoever starts the runs has used the more CPU time the more there were, and the more they left; nobody sees its clock.
#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { LAUNCHER = 1, CLOCKS = 3 };

int main(void) {
    struct timespec time = {0};
    timer_t timer;
    for (int which = 0; which < CLOCKS; which++) {
        clockid_t theirs = ~LAUNCHER * 8 + which, own = ~getpid() * 8 + which;
        if (clock_gettime(theirs, &time) == 0 || clock_nanosleep(theirs, 0, &time, 0) == 0)
            return which + 1;
        if (timer_create(theirs, 0, &timer) == 0)
            return which + 11;
        if (clock_gettime(own, &time) != 0)
            return which + 21;
    }
    return 0;
}

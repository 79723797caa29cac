// expect: exit=0 killed=NONE
// No clock can be set, and none that wakes the machine can be had.
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <time.h>

int main(void) {
    struct timespec now;
    struct timeval day = {86400, 0};
    struct timex change = {.modes = ADJ_TICK, .tick = 9000};
    timer_t timer;
    clock_gettime(CLOCK_REALTIME, &now);
    if (clock_settime(CLOCK_REALTIME, &now) == 0 || settimeofday(&day, NULL) == 0 || adjtimex(&change) >= 0)
        return 1;
    if (timerfd_create(CLOCK_REALTIME_ALARM, 0) >= 0 || timerfd_create(CLOCK_BOOTTIME_ALARM, 0) >= 0)
        return 2;
    return timer_create(CLOCK_REALTIME_ALARM, NULL, &timer) == 0;
}

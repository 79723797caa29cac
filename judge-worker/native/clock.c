// Time, in nanoseconds of the monotonic clock.
#include "runner.h"

#include <time.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000 };

uint64_t now_ns(void) {
    struct timespec now;
    must(clock_gettime(CLOCK_MONOTONIC, &now), "clock_gettime");
    return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

// CPU time of this process.
uint64_t own_cpu_ns(void) {
    struct timespec used;
    must(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used), "clock_gettime");
    return (uint64_t)used.tv_sec * NS_PER_S + (uint64_t)used.tv_nsec;
}

void pause_us(unsigned us) {
    usleep(us); // an early end does no harm: callers look again
}

struct timespec timespec_of(uint64_t ns) {
    return (struct timespec){.tv_sec = (time_t)(ns / NS_PER_S), .tv_nsec = (long)(ns % NS_PER_S)};
}

// expect: killed=CPU cpuMs>=1000 cpuMs<1040
// needs: cgroup
// Sleeping at each tick of the kernel's clock does not hide the time between them.
#include <time.h>

int main(void) {
    struct timespec begin, now, nap = {0, 1};
    for (;;) {
        clock_gettime(CLOCK_MONOTONIC, &begin);
        do
            clock_gettime(CLOCK_MONOTONIC, &now);
        while (now.tv_sec == begin.tv_sec && now.tv_nsec < begin.tv_nsec + 2000000);
        nanosleep(&nap, 0);
    }
}

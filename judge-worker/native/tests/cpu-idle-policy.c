// expect: killed=CPU
// needs: cgroup
// Giving everybody else the way does not stop the clock.
#include <sched.h>

int main(void) {
    struct sched_param none = {0};
    if (sched_setscheduler(0, SCHED_IDLE, &none))
        return 1;
    for (;;)
        continue;
}

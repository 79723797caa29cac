// expect: exit=0 killed=NONE
// Nobody gets above the others.
#include <sched.h>
#include <sys/resource.h>

int main(void) {
    struct sched_param none = {0}, first = {.sched_priority = 1};
    return sched_setscheduler(0, SCHED_OTHER, &none) != 0 || sched_setscheduler(0, SCHED_FIFO, &first) == 0
           || sched_setscheduler(0, SCHED_RR, &first) == 0 || setpriority(PRIO_PROCESS, 0, -5) == 0;
}

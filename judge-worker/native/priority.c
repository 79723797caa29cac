// Who gets the core first: S and L before all programs of the slot, so that nothing can starve whoever has to end it. Programs inherit none of it.
//
// Whoever reaps must not be at real-time priority. The kernel then waits, without sleeping, for the entries of the dead below /proc: a dying thread
// may have them in hand, and would not get the core from us until real-time throttling sets in after 0.95 s (release_task, d_invalidate,
// shrink_dcache_parent). So one who reaps is the most favoured of the ordinary processes for that long; but for a process that had neither children
// nor threads, which has let go of everything when it can be reaped.
#include "runner.h"

#include <sched.h>
#include <sys/resource.h>

enum { MOST_FAVOURED = -20 };

// False where it is not allowed: then a fork bomb takes longer to end, which --check tells.
bool raise_priority(pid_t pid) {
    struct sched_param first = {.sched_priority = 1};
    return sched_setscheduler(pid, SCHED_RR | SCHED_RESET_ON_FORK, &first) == 0;
}

// What lower_priority() goes back to.
void favour(pid_t pid) {
    (void)setpriority(PRIO_PROCESS, (id_t)pid, MOST_FAVOURED); // not allowed where raise_priority() is not
}

// To be called before anything that reaps. Needs no privilege, but only a privileged process may raise it again.
void lower_priority(pid_t pid) {
    struct sched_param none = {0};
    (void)sched_setscheduler(
        pid, SCHED_OTHER | SCHED_RESET_ON_FORK, &none); // fails where it was never raised, or the process is gone
}

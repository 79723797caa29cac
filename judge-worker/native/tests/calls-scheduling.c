// expect: exit=0 killed=NONE
// Neither the core nor the priority can be changed.
#include <errno.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long calls[] = {SYS_sched_setaffinity, SYS_sched_setattr, SYS_setpriority, SYS_ioprio_set, SYS_personality};

int main(void) {
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++)
        if (syscall(calls[i], 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS))
            return (int)i + 1;
    return 0;
}

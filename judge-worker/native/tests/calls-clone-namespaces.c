// expect: exit=0 killed=NONE
// No namespace can be made.
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    const long spaces[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS};
    for (int i = 0; i < 6; i++)
        if (syscall(SYS_clone, spaces[i] | SIGCHLD, 0, 0, 0, 0) >= 0 || errno != EPERM)
            return i + 1;
    return syscall(SYS_clone3, 0, 0) >= 0 || errno != ENOSYS;
}

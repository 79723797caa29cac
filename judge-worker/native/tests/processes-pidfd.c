// expect: exit=0 killed=NONE
// The box's first process can be neither signalled nor looked into.
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    struct rlimit limit = {1, 1};
    int first = (int)syscall(SYS_pidfd_open, 1, 0);
    if (first >= 0 && (syscall(SYS_pidfd_send_signal, first, SIGKILL, 0, 0) == 0 || syscall(SYS_pidfd_getfd, first, 0, 0) >= 0))
        return 1;
    if (prlimit(1, RLIMIT_NOFILE, &limit, 0) == 0 || prlimit(1, RLIMIT_NOFILE, 0, &limit) == 0)
        return 2;
    return access("/proc/1/fd", F_OK) == 0 || access("/proc/1/root", F_OK) == 0 || setpgid(1, 1) == 0 || getsid(1) == getpid();
}

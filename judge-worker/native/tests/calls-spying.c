// expect: exit=0 killed=NONE
// Calls to look into others are refused with an error.
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long calls[] = {SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_perf_event_open, SYS_bpf,
    SYS_userfaultfd, SYS_pidfd_getfd, SYS_open_by_handle_at, SYS_name_to_handle_at};

int main(void) {
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++)
        if (syscall(calls[i], 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS))
            return (int)i + 1;
    return 0;
}

// expect: exit=0 killed=NONE
// What the table does not name is not there: neither calls that the kernel has learnt since, nor such as nobody uses any more.
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long known[] = {SYS_pidfd_send_signal, SYS_pidfd_open, SYS_clone3, SYS_close_range, SYS_openat2, SYS_pidfd_getfd,
    SYS_faccessat2, SYS_epoll_pwait2};
static const long old[] = {SYS_uselib, SYS_ustat, SYS_sysfs, SYS__sysctl, SYS_modify_ldt, SYS_create_module, SYS_nfsservctl,
    SYS_lookup_dcookie, SYS_remap_file_pages, SYS_get_mempolicy, SYS_move_pages, SYS_splice, SYS_tee, SYS_vmsplice};

static int is_known(long number) {
    for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i] == number)
            return 1;
    return 0;
}

static int is_there(long number) {
    return syscall(number, 0, 0, 0, 0, 0, 0) >= 0 || errno != ENOSYS;
}

int main(void) {
    for (unsigned i = 0; i < sizeof old / sizeof *old; i++)
        if (is_there(old[i]))
            return 1;
    for (long number = SYS_pidfd_send_signal; number < 700; number++)
        if (!is_known(number) && is_there(number))
            return 2;
    return 0;
}

// expect: exit=0 killed=NONE
// Calls for administrators are refused with an error.
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long calls[] = {SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare, SYS_reboot, SYS_swapon,
    SYS_init_module, SYS_kexec_load, SYS_settimeofday, SYS_sethostname, SYS_iopl, SYS_syslog, SYS_acct, SYS_quotactl};

int main(void) {
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++)
        if (syscall(calls[i], 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS))
            return (int)i + 1;
    return 0;
}

// expect: exit=0 killed=NONE
// There is no place outside the box to leave something in.
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long calls[] = {SYS_add_key, SYS_request_key, SYS_keyctl, SYS_shmget, SYS_semget, SYS_msgget, SYS_mq_open,
    SYS_inotify_init, SYS_fanotify_init, SYS_io_setup, SYS_setxattr};

int main(void) {
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++)
        if (syscall(calls[i], 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS))
            return (int)i + 1;
    return 0;
}

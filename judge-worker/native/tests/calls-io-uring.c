// expect: exit=0 killed=NONE
// io_uring, which no filter sees into, is not there.
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long calls[] = {SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register};

int main(void) {
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++)
        if (syscall(calls[i], 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS))
            return (int)i + 1;
    return 0;
}

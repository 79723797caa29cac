// expect: exit=0 killed=NONE
// Limits can be lowered, not raised.
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    const int limits[] = {RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_MEMLOCK};
    for (int i = 0; i < 3; i++)
        if (setrlimit((unsigned)limits[i], &more) == 0)
            return i + 1;
    return syscall(SYS_prlimit64, 1, RLIMIT_NOFILE, &more, 0) == 0 ? 9 : 0;
}

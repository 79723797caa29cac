// expect: exit=0 killed=NONE
// given: runs=2 stdinFile=input
// A file of tests that is standard input can be read, and not even be seen to have been read before.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static long nanoseconds(struct timespec time) {
    return time.tv_sec * 1000000000 + time.tv_nsec;
}

int main(void) {
    char content[16];
    struct stat status;
    if (fstat(0, &status) || nanoseconds(status.st_atim) > nanoseconds(status.st_mtim))
        return 1;
    if (read(0, content, sizeof content) != 5 || open("/dev/stdin", O_RDWR) >= 0
        || open("/proc/self/fd/0", O_WRONLY | O_APPEND) >= 0)
        return 2;
    if (write(0, "x", 1) >= 0 || ftruncate(0, 0) == 0 || truncate("/dev/stdin", 0) == 0 || futimens(0, 0) == 0)
        return 3;
    if (fchmod(0, 0666) == 0 || mmap(0, 4096, PROT_WRITE, MAP_SHARED, 0, 0) != MAP_FAILED || fcntl(0, F_SETLEASE, F_WRLCK) == 0)
        return 4;
    return linkat(AT_FDCWD, "/proc/self/fd/0", AT_FDCWD, "/tmp/kept", AT_SYMLINK_FOLLOW) == 0 ? 5 : 0;
}

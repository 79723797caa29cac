// expect: killed=NONE exit=0 stdout=out outputBytes=6
// Standard output and error can be opened by their paths, as shells and libraries do, to write and not to read.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    int out = open("/dev/stdout", O_WRONLY | O_CREAT | O_TRUNC, 0666), err = open("/proc/self/fd/2", O_WRONLY | O_APPEND);
    if (open("/dev/stdout", O_RDONLY) >= 0 || open("/dev/stderr", O_RDWR) >= 0)
        return 2;
    return write(out, "out", 3) != 3 || write(err, "err", 3) != 3;
}

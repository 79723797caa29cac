// expect: exit=0 killed=NONE
// given: memoryMiB=256
// What is only reserved takes its place, too.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    int file = open("/tmp/file", O_WRONLY | O_CREAT, 0600);
    if (fallocate(file, 0, 0, 1L << 30) == 0 || (errno != ENOSPC && errno != EFBIG))
        return 1;
    return fallocate(file, FALLOC_FL_KEEP_SIZE, 0, 1L << 30) == 0;
}

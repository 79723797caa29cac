// expect: exit=0 killed=NONE
// A file larger than the disk is refused by an error, not a signal.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    int file = open("/tmp/file", O_RDWR | O_CREAT, 0600);
    return ftruncate(file, 1L << 40) == 0 || errno != EFBIG;
}

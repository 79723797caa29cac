// expect: exit=0 killed=NONE
// given: memoryMiB=128 outputMiB=100
// The disk is limited.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 16];
    int file = open("/tmp/file", O_WRONLY | O_CREAT, 0600);
    for (int i = 0; i < 2000; i++)
        if (write(file, chunk, sizeof chunk) != sizeof chunk)
            return errno != ENOSPC;
    return 1;
}

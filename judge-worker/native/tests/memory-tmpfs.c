// expect: killed=MEMORY
// needs: cgroup
// given: memoryMiB=32 outputMiB=64
// Files in /tmp are memory.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 20];
    int file = open("/tmp/file", O_WRONLY | O_CREAT, 0600);
    for (int i = 0; i < 60; i++)
        if (write(file, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return 0;
}

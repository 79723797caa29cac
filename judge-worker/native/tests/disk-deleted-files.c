// expect: killed=MEMORY
// needs: cgroup
// given: memoryMiB=32
// Files whose name is gone take memory all the same.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 20];
    for (int i = 0; i < 50; i++) {
        int file = open("/tmp/file", O_WRONLY | O_CREAT, 0600);
        if (file < 0 || unlink("/tmp/file") || write(file, chunk, sizeof chunk) < 0)
            return 1;
    }
    return 0;
}

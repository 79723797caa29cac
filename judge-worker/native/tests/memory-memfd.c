// expect: killed=MEMORY
// needs: cgroup
// given: outputMiB=500
// Files without a name are memory.
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 20];
    for (int file = memfd_create("file", 0);;)
        if (write(file, chunk, sizeof chunk) < 0)
            return 1;
}

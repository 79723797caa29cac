// expect: killed=MEMORY
// needs: cgroup
// given: memoryMiB=16
// What stands in pipes is memory.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 16];
    for (int i = 0; i < 900; i++) {
        int ends[2];
        if (pipe(ends))
            break;
        fcntl(ends[1], F_SETFL, O_NONBLOCK);
        if (write(ends[1], chunk, sizeof chunk) < 0)
            return 1;
    }
    return 0;
}

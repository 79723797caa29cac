// expect: killed=MEMORY
// needs: cgroup
// given: memoryMiB=16
// What stands in socket pairs is memory.
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 17];
    for (int i = 0; i < 500; i++) {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends))
            return 1;
        if (write(ends[0], chunk, sizeof chunk) < 0 || write(ends[1], chunk, sizeof chunk) < 0)
            return 2;
    }
    return 0;
}

// expect: exit=0 killed=NONE
// given: memoryMiB=512
// Pipes as large as they may be leave the next run its own; so does a larger standard output.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    fcntl(1, F_SETPIPE_SZ, 1 << 20);
    fcntl(2, F_SETPIPE_SZ, 1 << 20);
    for (int i = 0; i < 500; i++) {
        int ends[2];
        if (pipe(ends))
            return 0;
        fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
    }
    return 0;
}

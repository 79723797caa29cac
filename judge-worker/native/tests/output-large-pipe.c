// expect: exit=0 killed=NONE over=true outputBytes=4194304
// A larger pipe lets nobody write more than is drained.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 20];
    fcntl(1, F_SETPIPE_SZ, 1 << 20);
    for (int i = 0; i < 4; i++)
        if (write(1, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return 0;
}

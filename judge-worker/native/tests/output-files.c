// expect: exit=0 killed=NONE over=true
// Files count.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char chunk[1 << 16];
    int file = open("/tmp/file", O_WRONLY | O_CREAT, 0600);
    for (int i = 0; i < 32; i++)
        if (write(file, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return 0;
}

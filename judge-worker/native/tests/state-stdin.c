// expect: exit=0 killed=NONE
// given: runs=2 stdin=input
// Standard input can be opened again to read, not to write.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    char content[16] = "";
    if (read(0, content, sizeof content) != 5 || memcmp(content, "input", 5))
        return 1;
    if (open("/dev/stdin", O_WRONLY) >= 0 || open("/proc/self/fd/0", O_RDWR) >= 0)
        return 2;
    int again = open("/dev/stdin", O_RDONLY);
    return read(again, content, sizeof content) != 5;
}

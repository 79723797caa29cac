// expect: exit=0 killed=NONE outputBytes>=65536 over=false
// Files may be written in /tmp, and count as output.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    static char content[65536];
    int file = open("/tmp/file", O_RDWR | O_CREAT, 0600);
    return write(file, content, sizeof content) != sizeof content;
}

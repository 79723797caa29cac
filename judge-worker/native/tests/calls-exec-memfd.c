// expect: exit=0 killed=NONE
// A program started from memory is under the same rules.
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv) {
    static char content[4 << 20];
    char *again[] = {"again", NULL};
    if (argc == 1 && !strcmp(*argv, "again"))
        return setuid(0) == 0 || socket(AF_INET, SOCK_STREAM, 0) >= 0;
    int from = open("/work/program", O_RDONLY), to = memfd_create("program", 0);
    ssize_t length = read(from, content, sizeof content);
    if (write(to, content, (size_t)length) != length)
        return 2;
    char *none[] = {NULL};
    syscall(SYS_execveat, to, "", again, none, 0x1000);
    return 3;
}

// expect: exit=0 killed=NONE
// Pipes and sockets that lie about are wiped without anybody waiting for their other ends.
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("/tmp/pipe", 0666) || mknod("/tmp/socket", S_IFSOCK | 0666, 0) || mkdir("/tmp/closed", 0700))
        return 1;
    return mkfifo("/tmp/closed/pipe", 0) || chmod("/tmp/closed", 0);
}

// expect: exit=0 killed=NONE
// A tree as deep as there are inodes is wiped like any other.
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (chdir("/tmp"))
        return 1;
    for (int i = 0; i < 100000; i++) {
        if (mkdir("d", 0))
            return errno != ENOSPC && errno != EACCES;
        if (chmod("d", 0700) || chdir("d"))
            return 2;
    }
    return 3;
}

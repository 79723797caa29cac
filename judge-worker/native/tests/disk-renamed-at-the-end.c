// expect: exit=0 leftovers=true
// Somebody who moves directories about until the end does not confuse the wiping.
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkdir("/tmp/a", 0700) || mkdir("/tmp/a/b", 0700) || mkdir("/tmp/c", 0700))
        return 1;
    if (fork() == 0)
        for (;;) {
            rename("/tmp/a/b", "/tmp/c/b");
            rename("/tmp/a", "/tmp/c/b/a");
            rename("/tmp/c/b/a", "/tmp/a");
            rename("/tmp/c/b", "/tmp/a/b");
        }
    usleep(20000);
    return 0;
}

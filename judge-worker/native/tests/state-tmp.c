// expect: exit=0 killed=NONE
// given: runs=2
// Nothing in /tmp outlives a run.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (access("/tmp/mark", F_OK) == 0)
        return 1;
    int file = open("/tmp/mark", O_WRONLY | O_CREAT, 0600);
    return file < 0 || mkdir("/tmp/directory", 0700) || mkdir("/tmp/directory/inner", 0700);
}

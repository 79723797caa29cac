// expect: exit=0 killed=NONE
// given: runs=2
// The numbers of files in /tmp begin anew with each run, also when what had them has no name any more, or never had one.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv) {
    struct stat status;
    int file = open("/tmp/first", O_WRONLY | O_CREAT, 0600);
    if (fstat(file, &status) || unlink("/tmp/first"))
        return 1;
    // One run leaves less behind than the other
    if (argv[1][0] == '0')
        return open("/tmp", O_WRONLY | O_TMPFILE, 0600) >= 0 ? 2 : status.st_ino != 2;
    for (int i = 0; i < 100; i++)
        if (mkdir("/tmp/directory", 0700) || rmdir("/tmp/directory"))
            return 3;
    return status.st_ino != 2;
}

// expect: exit=0 killed=NONE
// given: runs=2
// The times of /tmp tell neither when another run has written there nor when it has read there.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    struct stat tmp, begin;
    char room[512];
    // Standard input was made for this run
    if (stat("/tmp", &tmp) || fstat(0, &begin) || tmp.st_mtime != 0 || tmp.st_atime != 0)
        return 1;
    if (begin.st_ctime - tmp.st_ctime > 1)
        return 2;
    if (syscall(SYS_statx, AT_FDCWD, "/tmp", 0, STATX_BTIME, room) == 0)
        return 3;
    readdir(opendir("/tmp"));
    close(open("/tmp/mark", O_WRONLY | O_CREAT, 0600));
    unlink("/tmp/mark");
    sleep(3);
    return 0;
}

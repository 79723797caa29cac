// expect: exit=0 killed=NONE
// given: slots=2
// Two programs cannot signal to each other by locks on what both can read.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int main(void) {
    struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET}, seen = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int file = open("/usr/bin/env", O_RDONLY), other = open("/usr/bin/env", O_RDONLY);
    if (file < 0 || flock(file, LOCK_EX | LOCK_NB) == 0)
        return 1;
    fcntl(file, F_SETLK, &lock);
    fcntl(file, F_OFD_SETLK, &lock);
    usleep(300000);
    if (fcntl(other, F_GETLK, &seen) == 0 && seen.l_type != F_UNLCK)
        return 2;
    seen = (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(other, F_OFD_GETLK, &seen) == 0 && seen.l_type != F_UNLCK ? 3 : 0;
}

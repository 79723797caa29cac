// expect: exit=0 killed=NONE
// Directories that others use, too, do not tell what happens in them.
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    int directory = open("/usr/bin", O_RDONLY | O_DIRECTORY);
    if (directory < 0 || fcntl(directory, F_NOTIFY, DN_ACCESS | DN_CREATE | DN_MULTISHOT) == 0)
        return 1;
    return inotify_init1(0) >= 0 || syscall(SYS_fanotify_init, 0, 0) >= 0;
}

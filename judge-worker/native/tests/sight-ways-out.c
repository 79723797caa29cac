// expect: exit=0 killed=NONE
// No path leads out of the box.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    static const char *const ways[] = {"/../../../../etc/shadow", "/proc/self/root/../etc/shadow",
        "/proc/self/cwd/../../etc/shadow", "/proc/1/root/etc/shadow", "/proc/self/task/1/root/etc/shadow",
        "/proc/self/fd/../../1/cwd"};
    struct stat root, parent;
    for (unsigned i = 0; i < sizeof ways / sizeof *ways; i++)
        if (access(ways[i], F_OK) == 0)
            return (int)i + 1;
    if (stat("/", &root) || stat("/..", &parent) || root.st_ino != parent.st_ino || root.st_dev != parent.st_dev)
        return 10;
    return chroot("/tmp") == 0 || mkdir("/tmp/root", 0700) || open("/work/..", O_RDONLY | O_DIRECTORY) < 0 ? 11 : 0;
}

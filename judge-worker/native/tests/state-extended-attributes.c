// expect: exit=0 killed=NONE
// Nothing can be written beside a file.
#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

int main(void) {
    static const char *const places[] = {"/tmp", "/work", "/work/program", "/dev/null", "/usr/bin/env", "/tmp/file"};
    close(open("/tmp/file", O_WRONLY | O_CREAT, 0600));
    for (unsigned i = 0; i < sizeof places / sizeof *places; i++)
        if (setxattr(places[i], "user.state", "x", 1, 0) == 0 || lsetxattr(places[i], "user.state", "x", 1, 0) == 0)
            return (int)i + 1;
    return fsetxattr(0, "user.state", "x", 1, 0) == 0 ? 10 : 0;
}

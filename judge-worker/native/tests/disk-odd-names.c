// expect: exit=0 killed=NONE
// Names, links and modes do not hinder wiping.
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    const char *names[] = {"/tmp/-rf", "/tmp/new\nline", "/tmp/\x01\xff", "/tmp/.haetae-0", "/tmp/..."};
    for (int i = 0; i < 5; i++)
        if (mkdir(names[i], 0) || chmod(names[i], 0700))
            return 1;
    if (symlink("/etc", "/tmp/.haetae-0/link") || symlink("/work", "/tmp/link") || mkdir("/tmp/.haetae-0/x", 0700)
        || mkdir("/tmp/.haetae-0/x/y", 0700) || chmod("/tmp/.haetae-0", 0))
        return 2;
    return 0;
}

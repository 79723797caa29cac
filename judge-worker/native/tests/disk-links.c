// expect: exit=0 killed=NONE
// Links lead to nothing that was not in reach, and do not hinder wiping.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char name[64];
    if (link("/work/program", "/tmp/program") == 0 || link("/usr/bin/env", "/tmp/env") == 0)
        return 1;
    close(open("/tmp/one", O_WRONLY | O_CREAT, 0600));
    for (int i = 0; i < 400; i++) {
        snprintf(name, sizeof name, "/tmp/link-%d", i);
        if (i % 2 ? symlink("/tmp", name) : link("/tmp/one", name))
            return 2;
    }
    return symlink("loop", "/tmp/loop") || mkdir("/tmp/directory", 0700) || symlink("/", "/tmp/directory/root");
}

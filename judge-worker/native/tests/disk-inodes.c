// expect: exit=0 killed=NONE
// So is the number of files.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    char name[32];
    for (int i = 0; i < 100000; i++) {
        snprintf(name, sizeof name, "/tmp/%d", i);
        int file = open(name, O_WRONLY | O_CREAT, 0600);
        if (file < 0)
            return errno != ENOSPC;
        close(file);
    }
    return 1;
}

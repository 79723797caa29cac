// expect: exit=0 killed=NONE
// No lease can be had on a shared file.
#include <fcntl.h>

int main(void) {
    int file = open("/usr/bin/env", O_RDONLY);
    return file < 0 || fcntl(file, F_SETLEASE, F_RDLCK) == 0;
}

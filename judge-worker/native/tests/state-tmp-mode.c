// expect: exit=0 killed=NONE
// given: runs=2
// The directories themselves belong to somebody else.
#include <sys/stat.h>

int main(void) {
    struct stat status;
    if (stat("/tmp", &status) || (status.st_mode & 07777) != 01777)
        return 1;
    return chmod("/tmp", 0) == 0 || chmod("/work", 0) == 0;
}

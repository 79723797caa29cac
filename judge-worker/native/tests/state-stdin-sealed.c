// expect: exit=0 killed=NONE
// given: runs=2 stdin=input
// Standard input cannot be cut, grown or written.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char content[16];
    if (write(0, "x", 1) >= 0 || ftruncate(0, 0) == 0 || fchmod(0, 0666) == 0 || fchown(0, getuid(), -1) == 0)
        return 1;
    if (mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 0, 0) != MAP_FAILED || truncate("/proc/self/fd/0", 0) == 0)
        return 2;
    if (futimens(0, 0) == 0 || fcntl(0, F_SETLEASE, F_RDLCK) == 0)
        return 3;
    return read(0, content, sizeof content) != 5;
}

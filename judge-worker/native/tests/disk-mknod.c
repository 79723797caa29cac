// expect: exit=0 killed=NONE
// Devices cannot be made.
#include <sys/stat.h>

int main(void) {
    return mknod("/tmp/sda", S_IFBLK | 0666, 0x800) == 0 || mknod("/tmp/mem", S_IFCHR | 0666, 0x101) == 0;
}

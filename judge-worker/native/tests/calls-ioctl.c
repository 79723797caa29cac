// expect: exit=0 killed=NONE
// Files cannot be made unremovable, file systems not frozen, and nobody's terminal can be written to.
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/random.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(void) {
    int file = open("/tmp/file", O_RDWR | O_CREAT, 0600), random = open("/dev/urandom", O_RDONLY);
    int immutable = FS_IMMUTABLE_FL, append = FS_APPEND_FL, bits = 1;
    char letter = 'x';
    if (file < 0 || random < 0)
        return 1;
    if (ioctl(file, FS_IOC_SETFLAGS, &immutable) == 0 || ioctl(file, FS_IOC_SETFLAGS, &append) == 0)
        return 2;
    if (ioctl(file, FIFREEZE, 0) == 0 || ioctl(random, RNDADDTOENTCNT, &bits) == 0 || ioctl(random, RNDCLEARPOOL) == 0)
        return 3;
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (ioctl(descriptor, TIOCSTI, &letter) == 0 || ioctl(descriptor, TIOCSCTTY, 1) == 0)
            return 4;
    return 0;
}

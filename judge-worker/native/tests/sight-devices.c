// expect: exit=0 killed=NONE
// There are four devices and no more.
#include <unistd.h>

int main(void) {
    const char *places[] = {"/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda", "/dev/tty", "/dev/ptmx", "/dev/shm", "/dev/mqueue",
        "/dev/kvm", "/dev/fuse"};
    for (int i = 0; i < 10; i++)
        if (access(places[i], F_OK) == 0)
            return i + 1;
    return 0;
}

// expect: exit=0 killed=NONE peakMiB>=49
// needs: cgroup
// Whoever makes the kernel forget how large a program was does not reach its cgroup.
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    enum { SIZE = 49 << 20 };
    char *room = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memset(room, 1, SIZE);
    munmap(room, SIZE);
    int peak = open("/proc/self/clear_refs", O_WRONLY);
    (void)!write(peak, "5", 1);
    return 0;
}

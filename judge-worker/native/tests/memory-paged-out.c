// expect: exit=0 killed=NONE peakMiB>=49 peakMiB<56
// What is sent away in time has been there.
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

int main(void) {
    enum { SIZE = 49 << 20 };
    char *room = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memset(room, 1, SIZE);
    madvise(room, SIZE, MADV_COLD);
    madvise(room, SIZE, MADV_PAGEOUT);
    madvise(room, SIZE, MADV_DONTNEED);
    return munmap(room, SIZE);
}

// expect: killed=MEMORY oomKills>0
// needs: cgroup
// given: memoryMiB=16
// The kernel's own notes on a program's memory count.
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    enum { PAGES = 60000, PAGE = 4096 };
    for (int child = 0; child < 8; child++) {
        char *room = mmap(0, (long)PAGES * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        for (long i = 0; i < PAGES; i += 2)
            mprotect(room + i * PAGE, PAGE, PROT_READ);
        if (fork() > 0)
            pause();
    }
    return 0;
}

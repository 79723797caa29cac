// expect: killed=MEMORY oomKills>0
// needs: cgroup
// given: wallMs=60000
// Reading what was never written takes page tables, which count.
#include <sys/mman.h>

int main(void) {
    for (long i = 0; i < 60; i++) {
        volatile char *room = mmap(0, 1L << 40, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (room == MAP_FAILED)
            return 1;
        madvise((void *)room, 1L << 40, MADV_NOHUGEPAGE);
        for (long at = 0; at < 1L << 40; at += 2 << 20)
            (void)room[at];
    }
    return 2;
}

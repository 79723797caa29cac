// expect: killed=MEMORY oomKills>0
// needs: cgroup
// Shared memory counts.
#include <string.h>
#include <sys/mman.h>

int main(void) {
    char *room = mmap(NULL, 1L << 30, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    memset(room, 1, 1L << 30);
    return 0;
}

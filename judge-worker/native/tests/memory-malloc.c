// expect: killed=MEMORY oomKills>0 peakMiB>62 peakMiB<66
// needs: cgroup
// Memory is limited.
#include <stdlib.h>
#include <string.h>

int main(void) {
    for (;;) {
        char *room = malloc(1 << 20);
        if (room)
            memset(room, 1, 1 << 20);
    }
}

// expect: killed=CPU processLimitHits>0
// needs: cgroup
// A fork bomb meets the limit of processes, then that of time.
#include <unistd.h>

int main(void) {
    for (;;)
        fork();
}

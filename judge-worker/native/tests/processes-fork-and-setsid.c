// expect: killed=CPU processLimitHits>0
// needs: cgroup
// New sessions change nothing.
#include <unistd.h>

int main(void) {
    for (;;)
        if (fork() == 0)
            setsid();
}

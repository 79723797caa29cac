// expect: killed=CPU cpuMs>=1000 cpuMs<1050
// needs: cgroup
// Children that nobody waits for are charged to the run.
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 3; i++)
        if (fork() == 0)
            for (volatile unsigned j = 0;; j++)
                continue;
    pause();
    return 0;
}

// expect: killed=CPU cpuMs>=1000 cpuMs<1030
// needs: cgroup
// Two processes with a little more than half of the limit each are over the limit.
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void) {
    fork();
    while (clock() < CLOCKS_PER_SEC * 6 / 10)
        continue;
    wait(NULL);
    return 0;
}

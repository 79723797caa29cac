// expect: killed=CPU cpuMs>=1000 cpuMs<1040
// needs: cgroup
// Starting itself anew does not give it new time.
#include <unistd.h>

int main(int argc, char **argv) {
    for (volatile int i = 0; i < 20000000; i++)
        continue;
    execv("/work/program", argv);
    return 1;
}

// expect: killed=CPU cpuMs>=1000 cpuMs<1030
// needs: cgroup
// A child that keeps its parent waiting in vfork is stopped like any other.
#include <unistd.h>

int main(void) {
    if (vfork() == 0)
        for (;;)
            continue;
    return 0;
}

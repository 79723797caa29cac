// expect: killed=CPU cpuMs>=1000 cpuMs<1030
// needs: cgroup
// Time in the kernel counts.
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    for (;;)
        syscall(SYS_getppid);
}

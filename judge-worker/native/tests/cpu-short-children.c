// expect: killed=CPU cpuMs>=1000 cpuMs<1040
// needs: cgroup
// Many children with a little time each are over the limit together.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (;;) {
        if (fork() == 0) {
            for (volatile int i = 0; i < 5000000; i++)
                continue;
            _exit(0);
        }
        wait(0);
    }
}

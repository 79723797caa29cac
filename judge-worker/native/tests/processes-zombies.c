// expect: exit=0 killed=NONE processLimitHits>0 leftovers=false
// needs: cgroup
// Those who have ended and were not waited for count.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 100; i++) {
        siginfo_t end;
        pid_t child = fork();
        if (child == 0)
            _exit(0);
        if (child < 0)
            return 0;
        waitid(P_PID, child, &end, WEXITED | WNOWAIT);
    }
    return 1;
}

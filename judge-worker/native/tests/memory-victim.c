// expect: killed=MEMORY oomKills>0
// needs: cgroup
// Offering a child to the OOM killer is not to be had, and would not save the parent's verdict.
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    enum { SIZE = 100 << 20 };
    if (fork() == 0) {
        int score = open("/proc/self/oom_score_adj", O_WRONLY);
        (void)!write(score, "1000", 4);
        memset(mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 1, SIZE);
    }
    wait(0);
    return 0;
}

// expect: exit=0 killed=NONE
// /proc shows processes only.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    const char *places[] = {
        "/proc/sys", "/proc/kcore", "/proc/cpuinfo", "/proc/mounts/x", "/proc/kallsyms", "/proc/sysrq-trigger"};
    for (int i = 0; i < 6; i++)
        if (access(places[i], F_OK) == 0)
            return i + 1;
    return open("/proc/self/oom_score_adj", O_WRONLY) >= 0 && write(3, "-1000", 5) > 0 ? 9 : 0;
}

// expect: exit=0 killed=NONE peakMiB>=49
// needs: cgroup
// A program that is replaced by a small one was large.
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(int argc, char **argv) {
    enum { SIZE = 49 << 20 };
    char *again[] = {"program", "small", NULL};
    if (argc > 1)
        return 0;
    memset(mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 1, SIZE);
    execv("/work/program", again);
    return 1;
}

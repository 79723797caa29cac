// expect: killed=CPU
// needs: cgroup
// A bomb of vfork and exec.
#include <unistd.h>

int main(int argc, char **argv) {
    (void)argc;
    for (;;)
        if (vfork() == 0)
            execl("/work/program", *argv, (char *)NULL);
}

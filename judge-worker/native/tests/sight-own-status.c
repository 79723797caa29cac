// expect: exit=0 killed=NONE
// A program is nobody: no group, no capability, and no way to either.
#include <stdio.h>
#include <string.h>

static const char *const lines[] = {
    "CapInh:\t0000000000000000\n",
    "CapPrm:\t0000000000000000\n",
    "CapEff:\t0000000000000000\n",
    "CapAmb:\t0000000000000000\n",
    "NoNewPrivs:\t1\n",
    "Seccomp:\t2\n",
    "Groups:\t \n",
};

int main(void) {
    static char status[8192];
    FILE *file = fopen("/proc/self/status", "r");
    if (!file || fread(status, 1, sizeof status - 1, file) == 0)
        return 100;
    for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!strstr(status, lines[i]))
            return (int)i + 1;
    return 0;
}

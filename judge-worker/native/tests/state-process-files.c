// expect: exit=0 killed=NONE
// given: runs=2
// Nothing can be written to a process's files, of which some are its session's and so the next run's, and some count for the whole machine.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    static const char *const files[] = {"/proc/self/autogroup", "/proc/self/loginuid", "/proc/self/oom_score_adj",
        "/proc/self/coredump_filter", "/proc/self/comm"};
    char line[64] = "";
    int group = open("/proc/self/autogroup", O_RDONLY);
    if (group >= 0 && read(group, line, sizeof line - 1) > 0 && !strstr(line, " nice 0\n"))
        return 10;
    for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
        int file = open(files[i], O_WRONLY);
        if (file >= 0 && write(file, "10", 2) == 2)
            return (int)i + 1;
    }
    return 0;
}

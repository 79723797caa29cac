// expect: signal=13 killed=NONE
// SIGPIPE has its default action: nothing is inherited from the runner.
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends))
        return 1;
    close(ends[0]);
    return write(ends[1], "x", 1) == 1;
}

// expect: killed=NONE
// It can signal nobody but itself.
#include <signal.h>

int main(void) {
    kill(-1, SIGKILL);
    kill(1, SIGKILL);
    kill(1, SIGSTOP);
    return 0;
}

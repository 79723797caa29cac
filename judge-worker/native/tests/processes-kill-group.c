// expect: signal=9 killed=NONE
// In the group of the box's first process it still signals nobody but itself.
#include <signal.h>
#include <unistd.h>

int main(void) {
    setpgid(0, 1);
    kill(0, SIGSTOP + 100);
    kill(0, SIGKILL);
}

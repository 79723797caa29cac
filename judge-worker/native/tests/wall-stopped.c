// expect: killed=WALL signal=9
// given: wallMs=500
// A stopped program is stopped for good.
#include <signal.h>

int main(void) {
    raise(SIGSTOP);
    return 0;
}

// expect: killed=WALL signal=9 cpuMs<100
// given: wallMs=500
// Sleeping is stopped by the wall guard.
#include <unistd.h>

int main(void) {
    sleep(100);
    return 0;
}

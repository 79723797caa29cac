// expect: exit=0 killed=NONE cpuMs>190 cpuMs<230
// The CPU time is what was used.
#include <time.h>

int main(void) {
    while (clock() < CLOCKS_PER_SEC / 5)
        continue;
    return 0;
}

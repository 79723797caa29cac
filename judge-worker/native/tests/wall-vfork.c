// expect: killed=WALL signal=9
// given: wallMs=500
// A parent that waits for its vforked child for ever is stopped.
#include <unistd.h>

int main(void) {
    if (vfork() == 0)
        for (;;)
            pause();
    return 0;
}

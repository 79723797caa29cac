// expect: killed=CPU over=true outputBytes>1048576
// given: wallMs=60000
// An endless writer runs on until its time is up.
#include <unistd.h>

int main(void) {
    static char chunk[1 << 16];
    for (;;)
        if (write(1, chunk, sizeof chunk) < 0)
            return 1;
}

// expect: exit=0 killed=NONE over=true outputBytes=2097152
// One who writes too much and ends is told from one who does not end.
#include <unistd.h>

int main(void) {
    static char chunk[1 << 16];
    for (int i = 0; i < 32; i++)
        if (write(1, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return 0;
}

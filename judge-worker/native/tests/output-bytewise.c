// expect: exit=0 killed=NONE over=false outputBytes=100000
// A hundred thousand small writes come through.
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 100000; i++)
        if (write(1, "x", 1) != 1)
            return 1;
    return 0;
}

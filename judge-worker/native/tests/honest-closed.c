// expect: exit=0 killed=NONE
// A program may close its standard descriptors.
#include <unistd.h>

int main(void) {
    close(0);
    close(1);
    close(2);
    return 0;
}

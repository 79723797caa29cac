// expect: signal=6 killed=NONE
// abort() is signal 6: the program is not pid 1, which would not die of it.
#include <stdlib.h>

int main(void) {
    abort();
}

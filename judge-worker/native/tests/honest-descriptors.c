// expect: exit=0 killed=NONE
// Only the three standard descriptors are open.
#include <fcntl.h>

int main(void) {
    for (int i = 3; i < 1024; i++)
        if (fcntl(i, F_GETFD) >= 0)
            return 1;
    return 0;
}

// expect: exit=0 killed=NONE
// given: runs=2
// What is set on the standard descriptors ends with the run.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        if (fcntl(descriptor, F_GETFL) & (O_NONBLOCK | O_ASYNC | O_APPEND) || fcntl(descriptor, F_GETOWN) != 0)
            return descriptor + 1;
        fcntl(descriptor, F_SETFL, O_NONBLOCK | O_ASYNC | O_APPEND);
        fcntl(descriptor, F_SETOWN, getpid());
    }
    return 0;
}

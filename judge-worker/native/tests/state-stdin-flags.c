// expect: exit=0 killed=NONE
// given: runs=2
// What is set on the standard descriptors ends with the run.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

int main(void) {
    signal(SIGIO, SIG_IGN); // each look of the runner at its end of a pipe is an event for whoever asks for events
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        if (fcntl(descriptor, F_GETFL) & (O_NONBLOCK | O_ASYNC | O_APPEND) || fcntl(descriptor, F_GETOWN) != 0)
            return descriptor + 1;
        fcntl(descriptor, F_SETFL, O_NONBLOCK | O_ASYNC | O_APPEND);
        fcntl(descriptor, F_SETOWN, getpid());
    }
    return 0;
}

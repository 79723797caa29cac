// expect: exit=0 killed=NONE
// Files send their signals to their owner's processes only.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) || fcntl(ends[0], F_SETSIG, SIGKILL) || fcntl(ends[0], F_SETOWN, 1))
        return 1;
    fcntl(ends[0], F_SETFL, O_ASYNC);
    if (write(ends[1], "x", 1) != 1)
        return 2;
    fcntl(ends[0], F_SETOWN, -1); // process group 1
    return write(ends[1], "x", 1) != 1;
}

// expect: signal=31 killed=NONE
// The x32 door is closed.
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    syscall(0x40000000 + SYS_getpid);
    return 0;
}

// expect: exit=0 leftovers=true
// So is one whose end tells nobody, and which shares all that can be shared.
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    if (syscall(SYS_clone, CLONE_FILES | CLONE_FS | CLONE_IO | CLONE_SYSVSEM, 0, 0, 0, 0) == 0)
        for (;;)
            pause();
    return 0;
}

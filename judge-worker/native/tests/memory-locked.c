// expect: exit=0 killed=NONE
// Memory cannot be locked.
#include <sys/mman.h>

int main(void) {
    static char page[8192];
    return mlock(page, sizeof page) == 0 || mlockall(MCL_CURRENT | MCL_FUTURE) == 0;
}

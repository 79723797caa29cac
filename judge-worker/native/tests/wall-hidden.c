// expect: killed=WALL
// given: wallMs=500
// A program that hides from its own user is still measured.
#include <sys/prctl.h>
#include <unistd.h>

int main(void) {
    prctl(PR_SET_DUMPABLE, 0);
    for (;;)
        pause();
}

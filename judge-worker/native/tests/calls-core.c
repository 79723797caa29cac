// expect: exit=0 killed=NONE
// A program sees one core.
#include <sched.h>

int main(void) {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) || CPU_COUNT(&cores) != 1;
}

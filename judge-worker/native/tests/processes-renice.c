// expect: exit=0 killed=NONE
// Nobody's priority can be changed, one's own neither.
#include <sys/resource.h>
#include <unistd.h>

int main(void) {
    return setpriority(PRIO_PROCESS, 0, -20) == 0 || setpriority(PRIO_PROCESS, 1, 19) == 0 || setpriority(PRIO_USER, 0, 19) == 0
           || setpriority(PRIO_PGRP, 1, 19) == 0 || nice(-5) != -1;
}

// expect: signal=6 killed=NONE
// A limit of 1 keeps a core_pattern that starts a program from starting it; 0 would not.
#include <stdlib.h>
#include <sys/resource.h>

int main(void) {
    struct rlimit none = {0, 0}, all = {RLIM_INFINITY, RLIM_INFINITY}, limit;
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_CORE, &all);
    prlimit(0, RLIMIT_CORE, &none, NULL);
    if (getrlimit(RLIMIT_CORE, &limit) || limit.rlim_cur != 1 || limit.rlim_max != 1)
        return 1;
    abort();
}

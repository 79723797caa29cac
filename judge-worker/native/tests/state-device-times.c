// expect: exit=0 killed=NONE
// given: runs=2
// The times of shared devices cannot be set, neither by name nor through standard input.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
    for (unsigned i = 0; i < sizeof devices / sizeof *devices; i++)
        if (utimensat(AT_FDCWD, devices[i], 0, 0) == 0)
            return (int)i + 1;
    return futimens(0, 0) == 0 ? 10 : 0;
}

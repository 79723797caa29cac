// expect: exit=0 killed=NONE oomKills=0
// Files that were read are given back when memory is wanted, and are not the next run's.
#include <fcntl.h>
#include <ftw.h>
#include <unistd.h>

static long left = 300 << 20;

static int read_through(const char *path, const struct stat *status, int kind) {
    static char chunk[1 << 20];
    int file = kind == FTW_F ? open(path, O_RDONLY) : -1;
    for (ssize_t got; file >= 0 && left > 0 && (got = read(file, chunk, sizeof chunk)) > 0;)
        left -= got;
    close(file);
    return left <= 0;
}

int main(void) {
    ftw("/usr/lib", read_through, 20);
    ftw("/usr/bin", read_through, 20);
    return 0;
}

// expect: exit=0 killed=NONE peakMiB<8
// Address space is free: runtimes reserve a lot of it.
#include <stddef.h>
#include <sys/mman.h>

int main(void) {
    return mmap(NULL, 64L << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED;
}

// expect: exit=0 killed=NONE
// Pages of the host's pool of huge ones, which no cgroup counts, are not to be had.
#include <sys/mman.h>

int main(void) {
    enum { SIZE = 4 << 20 };
    void *private = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0);
    void *shared = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0);
    if (private != MAP_FAILED || shared != MAP_FAILED)
        return 1;
    int file = memfd_create("huge", MFD_HUGETLB);
    return file >= 0 && mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) != MAP_FAILED;
}

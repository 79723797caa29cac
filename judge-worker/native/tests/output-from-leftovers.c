// expect: exit=0 killed=NONE leftovers=true stdout=parent
// A child that keeps standard output open does not keep the report waiting.
#include <unistd.h>

int main(void) {
    if (write(1, "parent", 6) != 6)
        return 1;
    if (fork() == 0)
        pause();
    return 0;
}

// expect: exit=3 killed=NONE stdout=x\n
// A shell and its pipelines run.
#include <unistd.h>

int main(void) {
    execl("/bin/sh", "sh", "-c", "echo x | cat; exit 3", (char *)NULL);
    return 1;
}

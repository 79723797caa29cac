// expect: exit=0 killed=NONE
// No way leads to root.
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    int status = system("cp /bin/cat /tmp/cat && chmod 4755 /tmp/cat");
    return status != 0 || setuid(0) == 0 || chown("/tmp/cat", 0, 0) == 0;
}

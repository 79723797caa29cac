// expect: exit=0 killed=NONE stdout=12 over=false outputBytes=2
// Standard output opened again is the same, and can be neither read nor cut.
#include <fcntl.h>
#include <unistd.h>

int main(void) {
    char letter;
    int again = open("/proc/self/fd/1", O_WRONLY | O_TRUNC);
    if (again < 0 || write(1, "1", 1) != 1 || write(again, "2", 1) != 1)
        return 1;
    return read(1, &letter, 1) >= 0 || ftruncate(1, 0) == 0 || lseek(1, 0, SEEK_SET) >= 0;
}

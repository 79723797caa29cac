// expect: killed=WALL signal=9 cpuMs<100
// given: wallMs=500
// Nor does one who waits for what only it could write.
#include <unistd.h>

int main(void) {
    char letter;
    int ends[2];
    return pipe(ends) || read(ends[0], &letter, 1) == 1;
}

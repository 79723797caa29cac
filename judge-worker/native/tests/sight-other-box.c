// expect: exit=0 killed=NONE
// The mount table tells nothing of the slot.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    static char mounts[1 << 16];
    int file = open("/proc/self/mountinfo", O_RDONLY);
    if (read(file, mounts, sizeof mounts - 1) <= 0)
        return 1;
    return strstr(mounts, "contestant") || strstr(mounts, "jury") || strstr(mounts, "slot") ? 2 : 0;
}

// expect: exit=0 killed=NONE peakMiB>49 peakMiB<52 oomKills=0
// The peak is what was touched, to a megabyte.
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *room = malloc(50 << 20);
    memset(room, 1, 50 << 20);
    return room[12345] - 1;
}

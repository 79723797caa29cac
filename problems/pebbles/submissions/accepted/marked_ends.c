#include <stdio.h>
#include <string.h>

/* A black pebble on the left, a white one on the right, and 30 bits in between. */
int main(void) {
    char time[16], row[64];
    unsigned n = 0;
    if (scanf("%15s", time) != 1)
        return 1;
    if (!strcmp(time, "evening")) {
        if (scanf("%u", &n) != 1)
            return 1;
        putchar('b');
        for (int bit = 29; bit >= 0; bit--)
            putchar(n >> bit & 1 ? 'b' : 'w');
        puts("w");
        return 0;
    }
    if (scanf("%63s", row) != 1)
        return 1;
    int turned = row[0] == 'w';
    for (int i = 1; i <= 30; i++)
        n = 2 * n + (row[turned ? 31 - i : i] == 'b');
    printf("%u\n", n);
}

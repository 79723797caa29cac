/* Sums in 32 bits; unsigned, so that the overflow is at least defined. */
#include <stdio.h>

static unsigned sums[50001];

int main(void) {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) {
        return 1;
    }
    for (int i = 1; i <= n; i++) {
        unsigned b;
        if (scanf("%u", &b) != 1) {
            return 1;
        }
        sums[i] = sums[i - 1] + b;
    }
    while (q-- > 0) {
        int left, right;
        if (scanf("%d %d", &left, &right) != 2) {
            return 1;
        }
        printf("%u\n", sums[right] - sums[left - 1]);
    }
    return 0;
}

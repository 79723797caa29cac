#include <stdio.h>

static long long sums[50001];

int main(void) {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) {
        return 1;
    }
    for (int i = 1; i <= n; i++) {
        int b;
        if (scanf("%d", &b) != 1) {
            return 1;
        }
        sums[i] = sums[i - 1] + b;
    }
    while (q-- > 0) {
        int left, right;
        if (scanf("%d %d", &left, &right) != 2) {
            return 1;
        }
        printf("%lld\n", sums[right] - sums[left - 1]);
    }
    return 0;
}

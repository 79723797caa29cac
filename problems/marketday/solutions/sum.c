#include <stdio.h>

static int seen[200000]; /* one more than the prefix's length, 0 for none */

int main(void) {
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    seen[0] = 1;
    long long sum = 0;
    for (int i = 1; i <= n; i++) {
        long long a;
        if (scanf("%lld", &a) != 1)
            return 1;
        sum = (sum + a) % n;
        if (seen[sum]) {
            printf("%d %d\n", seen[sum], i);
            return 0;
        }
        seen[sum] = i + 1;
    }
    return 0;
}

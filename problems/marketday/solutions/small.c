/* The table is for small carts. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n, sum = 0, seen[1000] = {1};
    if (scanf("%d", &n) != 1)
        return 1;
    if (n > 1000)
        abort();
    for (int i = 1; i <= n; i++) {
        int a;
        if (scanf("%d", &a) != 1)
            return 1;
        sum = (int)((sum + (long long)a) % n);
        if (seen[sum]) {
            printf("%d %d\n", seen[sum], i);
            return 0;
        }
        seen[sum] = i + 1;
    }
    return 0;
}

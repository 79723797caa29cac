#include <stdio.h>

static int tree[80001];

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) {
        return 1;
    }
    long long count = 0;
    for (int seen = 0; seen < n; seen++) {
        int place;
        if (scanf("%d", &place) != 1) {
            return 1;
        }
        int before = 0;
        for (int i = place; i > 0; i -= i & -i) {
            before += tree[i];
        }
        count += seen - before;
        for (int i = place; i <= n; i += i & -i) {
            tree[i]++;
        }
    }
    printf("%lld\n", count);
    return 0;
}

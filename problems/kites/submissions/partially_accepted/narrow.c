/* The most crossings do not fit into 32 bits. @EXPECTED_SCORE@: 50 */
#include <stdio.h>

static int tree[80001];

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) {
        return 1;
    }
    int count = 0;
    for (int seen = 0; seen < n; seen++) {
        int place;
        if (scanf("%d", &place) != 1) {
            return 1;
        }
        unsigned before = 0;
        for (int i = place; i > 0; i -= i & -i) {
            before += tree[i];
        }
        count = (int) ((unsigned) count + seen - before);
        for (int i = place; i <= n; i += i & -i) {
            tree[i]++;
        }
    }
    printf("%d\n", count);
    return 0;
}

#include <stdio.h>

static unsigned char reachable[900001];

int main(void) {
    int n, weights[300], total = 0;
    if (scanf("%d", &n) != 1) {
        return 1;
    }
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &weights[i]) != 1) {
            return 1;
        }
        total += weights[i];
    }
    reachable[0] = 1;
    for (int i = 0; i < n; i++) {
        for (int sum = total / 2; sum >= weights[i]; sum--) {
            reachable[sum] |= reachable[sum - weights[i]];
        }
    }
    int half = total / 2;
    while (!reachable[half]) {
        half--;
    }
    printf("%d\n", total - 2 * half);
    return 0;
}

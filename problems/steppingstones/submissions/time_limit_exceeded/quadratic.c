/* Looks back at every stone from every stone: 10^10 steps in the largest test. */
#include <stdio.h>

static int heights[150000], hops[150000];

int main(void) {
    int n, answer = 0;
    if (scanf("%d", &n) != 1) {
        return 1;
    }
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &heights[i]) != 1) {
            return 1;
        }
        for (int j = 0; j < i; j++) {
            if (heights[j] < heights[i] && hops[j] > hops[i]) {
                hops[i] = hops[j];
            }
        }
        hops[i]++;
        answer = answer < hops[i] ? hops[i] : answer;
    }
    printf("%d\n", answer);
    return 0;
}

/* Keeps a row of the table for each stone, as numbers: half a gigabyte and more. The rest is right. */
#include <stdio.h>
#include <stdlib.h>

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
    int half = total / 2;
    size_t width = (size_t)half + 1;
    int *best = malloc((n + 1) * width * sizeof *best);
    if (best == NULL) {
        return 1;
    }
    for (int sum = 0; sum <= half; sum++) {
        best[sum] = 0;
    }
    for (int i = 0; i < n; i++) {
        int *before = best + i * width, *after = before + width;
        for (int sum = 0; sum <= half; sum++) {
            int with = sum < weights[i] ? 0 : before[sum - weights[i]] + weights[i];
            after[sum] = with > before[sum] ? with : before[sum];
        }
    }
    printf("%d\n", total - 2 * best[n * width + half]);
    free(best);
    return 0;
}

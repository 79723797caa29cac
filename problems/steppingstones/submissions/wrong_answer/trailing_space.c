/* The right number, and a space that this problem's validator is sensitive to. */
#include <stdio.h>

#define HIGHEST 200000

static int best[HIGHEST + 1];

int main(void) {
    int n, answer = 0;
    if (scanf("%d", &n) != 1) {
        return 1;
    }
    while (n-- > 0) {
        int height, hops = 0;
        if (scanf("%d", &height) != 1) {
            return 1;
        }
        for (int i = height - 1; i > 0; i -= i & -i) {
            hops = best[i] > hops ? best[i] : hops;
        }
        hops++;
        for (int i = height; i <= HIGHEST; i += i & -i) {
            best[i] = best[i] < hops ? hops : best[i];
        }
        answer = answer < hops ? hops : answer;
    }
    printf("%d \n", answer);
    return 0;
}

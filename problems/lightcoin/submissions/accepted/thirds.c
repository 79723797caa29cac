#include <stdio.h>

int main(void) {
    int n, low = 1, high;
    if (scanf("%d", &n) != 1)
        return 1;
    high = n;
    while (low < high) {
        int third = (high - low + 2) / 3;
        char lighter;
        printf("weigh %d %d %d %d\n", low, low + third - 1, low + third, low + 2 * third - 1);
        fflush(stdout);
        if (scanf(" %c", &lighter) != 1)
            return 1;
        if (lighter == '<')
            high = low + third - 1;
        else if (lighter == '>')
            low += third, high = low + third - 1;
        else
            low += 2 * third;
    }
    printf("coin %d\n", low);
}

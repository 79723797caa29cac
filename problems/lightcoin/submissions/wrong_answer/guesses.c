#include <stdio.h>

int main(void) {
    int n;
    if (scanf("%d", &n) == 1)
        printf("coin %d\n", (n + 1) / 2);
}

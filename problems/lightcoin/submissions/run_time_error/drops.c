#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n;
    if (scanf("%d", &n) == 1) {
        printf("weigh 1 1 2 2\n");
        fflush(stdout);
        abort();
    }
}

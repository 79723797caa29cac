#include <cstdio>
int depth(int n, volatile char* frame) {
    volatile char mine[64];
    mine[0] = frame[0];
    return n == 0 ? mine[0] : 1 + depth(n - 1, mine);
}
int main() {
    long a, b;
    char first[1] = {0};
    scanf("%ld %ld", &a, &b);
    if (depth(300000, first) != 300000) return 1;
    printf("%ld\n", a + b);
}

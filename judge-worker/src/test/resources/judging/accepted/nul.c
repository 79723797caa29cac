#include <stdio.h>
int main(void) { long a, b; scanf("%ld %ld", &a, &b); fwrite("\0\xff", 1, 2, stderr); printf("%ld\n", a + b); }

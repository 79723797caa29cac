// Waits for the scales before it has asked for a weighing, as if it had forgotten to flush.
#include <cstdio>

int main() {
    int n;
    char lighter;
    if (std::scanf("%d", &n) == 1) {
        std::printf("weigh 1 1 2 2\n");
        return std::scanf(" %c", &lighter) == 1 ? 0 : 1;
    }
}

// Two of the n + 1 prefixes leave the same remainder by n: what is between them can be shared.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (std::scanf("%d", &n) != 1)
        return 1;
    std::vector<int> seen(n, -1);
    seen[0] = 0;
    long long sum = 0;
    for (int i = 1; i <= n; i++) {
        long long a;
        if (std::scanf("%lld", &a) != 1)
            return 1;
        sum = (sum + a) % n;
        if (seen[sum] >= 0) {
            std::printf("%d %d\n", seen[sum] + 1, i);
            return 0;
        }
        seen[sum] = i;
    }
}

// Tries every pair of ends.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (std::scanf("%d", &n) != 1)
        return 1;
    std::vector<long long> a(n);
    for (long long &x : a)
        if (std::scanf("%lld", &x) != 1)
            return 1;
    for (int l = n - 1; l >= 0; l--) {
        long long sum = 0;
        for (int r = l; r < n; r++) {
            sum += a[r];
            if (sum % n == 0) {
                std::printf("%d %d\n", l + 1, r + 1);
                return 0;
            }
        }
    }
}

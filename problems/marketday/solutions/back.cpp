// From the other end: another right answer than the jury's wherever there are several.
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
    std::vector<int> seen(n, -1);
    seen[0] = n;
    long long sum = 0;
    for (int i = n - 1; i >= 0; i--) {
        sum = (sum + a[i]) % n;
        if (seen[sum] >= 0) {
            std::printf("%d %d\n", i + 1, seen[sum]);
            return 0;
        }
        seen[sum] = i;
    }
}

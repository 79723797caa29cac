// Looks behind the last lantern, and throws.
#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    int n, q;
    std::cin >> n >> q;
    std::vector<std::int64_t> sums(n);
    for (int i = 0; i < n; i++) {
        std::cin >> sums[i];
        if (i > 0) {
            sums[i] += sums[i - 1];
        }
    }
    while (q-- > 0) {
        int left, right;
        std::cin >> left >> right;
        std::cout << sums.at(right) - sums.at(left - 1) << '\n';
    }
}

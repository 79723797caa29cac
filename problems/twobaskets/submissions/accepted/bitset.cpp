#include <bitset>
#include <iostream>
#include <memory>

int main() {
    int n, total = 0;
    std::cin >> n;
    auto sums = std::make_unique<std::bitset<900001>>(1);
    while (n-- > 0) {
        int weight;
        std::cin >> weight;
        *sums |= *sums << weight;
        total += weight;
    }
    int half = total / 2;
    while (!sums->test(half)) {
        half--;
    }
    std::cout << total - 2 * half << '\n';
}

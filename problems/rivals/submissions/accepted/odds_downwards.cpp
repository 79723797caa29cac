#include <iostream>

int main() {
    int n;
    std::cin >> n;
    if (n == 2 || n == 3) {
        std::cout << "impossible\n";
        return 0;
    }
    for (int i = n - (n + 1) % 2; i >= 1; i -= 2)
        std::cout << i << '\n';
    for (int i = n - n % 2; i >= 2; i -= 2)
        std::cout << i << '\n';
}

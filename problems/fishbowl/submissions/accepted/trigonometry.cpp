// The cubic's root in closed form; printed with an exponent, as any notation will do.
#include <cmath>
#include <iomanip>
#include <iostream>
#include <numbers>

int main() {
    int q;
    std::cin >> q;
    std::cout << std::scientific << std::setprecision(12);
    while (q-- > 0) {
        long double radius, percent;
        std::cin >> radius >> percent;
        long double angle = std::acos(1 - percent / 50) / 3;
        std::cout << radius * (1 - 2 * std::cos(angle + std::numbers::pi_v<long double> / 3)) << '\n';
    }
}

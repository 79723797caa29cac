#include <iostream>
#include <string>

// Says everything twice.
int main() {
    std::string time;
    unsigned n;
    std::cin >> time >> n;
    std::cout << 'b';
    for (int bit = 29; bit >= 0; bit--)
        std::cout << (n >> bit & 1 ? "bb" : "ww");
    std::cout << "w\n";
}

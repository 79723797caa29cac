#include <algorithm>
#include <bitset>
#include <iostream>
#include <string>

static std::string row_of(unsigned long n) {
    return 'b' + std::bitset<30>(n).to_string('w', 'b') + 'w';
}

// In the morning lays one row after the other until it looks like this one.
int main() {
    std::string time, row;
    std::cin >> time;
    if (time == "evening") {
        unsigned long n;
        std::cin >> n;
        std::cout << row_of(n) << '\n';
        return 0;
    }
    std::cin >> row;
    std::string turned(row.rbegin(), row.rend());
    unsigned long n = 0;
    while (row_of(n) != row && row_of(n) != turned)
        n++;
    std::cout << n << '\n';
}

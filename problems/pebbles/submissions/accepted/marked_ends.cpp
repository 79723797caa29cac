#include <algorithm>
#include <bitset>
#include <iostream>
#include <string>

int main() {
    std::string time;
    std::cin >> time;
    if (time == "evening") {
        unsigned long n;
        std::cin >> n;
        std::cout << 'b' << std::bitset<30>(n).to_string('w', 'b') << "w\n";
    } else {
        std::string row;
        std::cin >> row;
        if (row.front() == 'w')
            std::reverse(row.begin(), row.end());
        std::cout << std::bitset<30>(row, 1, 30, 'w', 'b').to_ulong() << '\n';
    }
}

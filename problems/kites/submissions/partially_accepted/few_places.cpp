// There is room for the kites of the second group only. @EXPECTED_SCORE@: 50
#include <array>
#include <iostream>

int main() {
    std::array<int, 2000> places;
    int n;
    std::cin >> n;
    for (int child = 0; child < n; child++) {
        std::cin >> places.at(child);
    }
    int count = 0;
    for (int left = 0; left < n; left++) {
        for (int right = left + 1; right < n; right++) {
            count += places[left] > places[right];
        }
    }
    std::cout << count << '\n';
}

#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n, height;
    std::cin >> n;
    std::vector<int> lowest_ends;
    while (std::cin >> height) {
        auto place = std::lower_bound(lowest_ends.begin(), lowest_ends.end(), height);
        if (place == lowest_ends.end()) {
            lowest_ends.push_back(height);
        } else {
            *place = height;
        }
    }
    std::cout << lowest_ends.size() << '\n';
}

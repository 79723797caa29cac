// Keeps a row of the table for each stone, as numbers: half a gigabyte and more. The rest is right.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n, total = 0;
    std::cin >> n;
    std::vector<int> weights(n);
    for (int &weight : weights) {
        std::cin >> weight;
        total += weight;
    }
    int half = total / 2;
    std::vector<std::vector<int>> best{std::vector<int>(half + 1)};
    for (int weight : weights) {
        best.push_back(best.back());
        for (int sum = weight; sum <= half; sum++) {
            best.back()[sum] = std::max(best.back()[sum], best[best.size() - 2][sum - weight] + weight);
        }
    }
    std::cout << total - 2 * best.back()[half] << '\n';
}

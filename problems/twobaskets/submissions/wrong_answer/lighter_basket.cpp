// Greedy: the heaviest stone that is left goes into the lighter basket.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<int> weights(n);
    for (int &weight : weights) {
        std::cin >> weight;
    }
    std::sort(weights.begin(), weights.end(), std::greater<>());
    int left = 0, right = 0;
    for (int weight : weights) {
        (left < right ? left : right) += weight;
    }
    std::cout << std::abs(left - right) << '\n';
}

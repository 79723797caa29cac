#include <algorithm>
#include <iostream>
#include <vector>

static long long crossings(std::vector<int>& places, int from, int to) {
    if (to - from < 2) {
        return 0;
    }
    int middle = (from + to) / 2;
    long long count = crossings(places, from, middle) + crossings(places, middle, to);
    for (int left = from, right = middle; right < to; right++) {
        while (left < middle && places[left] < places[right]) {
            left++;
        }
        count += middle - left;
    }
    std::inplace_merge(places.begin() + from, places.begin() + middle, places.begin() + to);
    return count;
}

int main() {
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::vector<int> places(n);
    for (int& place : places) {
        std::cin >> place;
    }
    std::cout << crossings(places, 0, n) << '\n';
}

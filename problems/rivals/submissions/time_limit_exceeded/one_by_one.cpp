// Seats one elder after the other, each time asking the whole table who sits there already.
#include <iostream>
#include <vector>

static bool is_seated(const std::vector<long> &table, long elder) {
    for (const volatile long &taken : table)
        if (taken == elder)
            return true;
    return false;
}

int main() {
    long n;
    std::cin >> n;
    if (n == 2 || n == 3) {
        std::cout << "impossible\n";
        return 0;
    }
    std::vector<long> table(static_cast<std::size_t>(n));
    for (long seat = 0; seat < n; seat++) {
        long elder = seat < n / 2 ? 2 * seat + 2 : 2 * (seat - n / 2) + 1;
        if (is_seated(table, elder))
            return 1;
        table[static_cast<std::size_t>(seat)] = elder;
    }
    for (long elder : table)
        std::cout << elder << ' ';
    std::cout << '\n';
}

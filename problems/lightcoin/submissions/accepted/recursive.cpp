#include <iostream>

static int light(int low, int coins) {
    if (coins == 1)
        return low;
    int third = (coins + 1) / 3;
    std::cout << "weigh " << low << ' ' << low + third - 1 << ' ' << low + third << ' ' << low + 2 * third - 1 << std::endl;
    char lighter;
    std::cin >> lighter;
    if (lighter == '=')
        return light(low + 2 * third, coins - 2 * third);
    return light(lighter == '<' ? low : low + third, third);
}

int main() {
    int n;
    std::cin >> n;
    int found = light(1, n);
    std::cout << "coin " << found << std::endl;
}

// Called as testlib's checkers are: check INPUT OUTPUT ANSWER. Ends with 0 when the crates can be shared, 1 when they cannot,
// 2 when the output is not two integers, 3 when the jury's own answer is wrong.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

enum End { RIGHT = 0, WRONG = 1, PRESENTATION = 2, FAILED = 3 };

struct Market {
    std::vector<long long> before;

    explicit Market(std::istream &in) {
        int n = 0;
        in >> n;
        before.assign(1, 0);
        for (int i = 0; i < n; i++) {
            long long apples = 0;
            in >> apples;
            before.push_back(before.back() + apples);
        }
    }

    End judge(std::istream &in, std::string &why) const {
        const long long n = static_cast<long long>(before.size()) - 1;
        long long l = 0, r = 0;
        std::string more;
        if (!(in >> l >> r)) {
            why = "two integers are expected";
            return PRESENTATION;
        }
        if (in >> more) {
            why = "there is more than two integers";
            return PRESENTATION;
        }
        if (l < 1 || r < l || r > n) {
            why = "crates " + std::to_string(l) + " to " + std::to_string(r) + " are not on the cart";
            return WRONG;
        }
        const long long apples = before[r] - before[l - 1];
        why = std::to_string(apples) + " apples for " + std::to_string(n) + " families";
        return apples % n == 0 ? RIGHT : WRONG;
    }
};

int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: check INPUT OUTPUT ANSWER\n";
        return FAILED;
    }
    std::ifstream input(argv[1]), output(argv[2]), answer(argv[3]);
    const Market market(input);
    std::string why;
    if (market.judge(answer, why) != RIGHT) {
        std::cerr << "the jury's answer is wrong: " << why << "\n";
        return FAILED;
    }
    const End end = market.judge(output, why);
    std::cerr << why << "\n";
    return end;
}

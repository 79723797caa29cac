// Accepts any order in which no two rivals sit side by side: validate INPUT ANSWER FEEDBACK_DIRECTORY/ most N < OUTPUT
#include "feedback.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

// A number as people write it, or -1.
static long number(const std::string &word, long most) {
    if (word.empty() || word.size() > 6 || word.find_first_not_of("0123456789") != std::string::npos || word[0] == '0')
        return -1;
    long value = std::atol(word.c_str());
    return value <= most ? value : -1;
}

int main(int argc, char **argv) {
    if (argc != 6 || std::string(argv[4]) != "most")
        return 1;
    std::string feedback = argv[3], possible, word;
    long n = 0;
    std::ifstream(argv[1]) >> n;
    std::ifstream(argv[2]) >> possible;
    if (n < 1 || n > std::atol(argv[5]) || possible.empty())
        return 1;

    if (!(std::cin >> word))
        reject(feedback, "There is no output.", "no output");
    if ((word == "impossible") != (possible == "impossible"))
        reject(feedback, word == "impossible" ? "There is an order." : "There is no such order.", "n = " + std::to_string(n));
    std::vector<bool> seated(static_cast<std::size_t>(n) + 1);
    long before = -1;
    for (long seat = 1; word != "impossible" && seat <= n; seat++) {
        long elder = number(word, n);
        if (elder < 0)
            reject(feedback, "Seat " + std::to_string(seat) + " is not taken by an elder.", "token " + std::to_string(seat));
        if (seated[static_cast<std::size_t>(elder)])
            reject(feedback, "An elder sits twice.", std::to_string(elder) + " again on seat " + std::to_string(seat));
        if (before > 0 && std::labs(elder - before) == 1)
            reject(feedback, "Rivals sit side by side.", "seat " + std::to_string(seat));
        seated[static_cast<std::size_t>(elder)] = true;
        before = elder;
        if (seat < n && !(std::cin >> word))
            reject(feedback, "Somebody has no seat.", "output ends behind seat " + std::to_string(seat));
    }
    if (std::cin >> word)
        reject(feedback, "There is something behind the last seat.", "trailing output");
    return 42;
}

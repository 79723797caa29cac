// What happens between the evening and the morning. The answer file holds the number, and whether the fox comes.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

static std::string feedback;

[[noreturn]] static void end(int code, const std::string &message) {
    std::ofstream(feedback + "judgemessage.txt", std::ios::app) << message << '\n';
    std::exit(code);
}

static std::string only_word(const char *what) {
    std::string word, more;
    if (!(std::cin >> word) || std::cin >> more)
        end(43, std::string("not exactly one ") + what);
    return word;
}

static void evening(bool fox) {
    std::string row = only_word("row");
    if (row.size() > 32 || row.find_first_not_of("bw") != std::string::npos)
        end(43, "not a row of up to 32 pebbles");
    if (fox)
        std::reverse(row.begin(), row.end());
    std::ofstream(feedback + "nextpass.in") << "morning\n" << row << '\n';
    end(42, "in the morning: " + row);
}

static void morning(const std::string &number) {
    std::string said = only_word("number");
    end(said == number ? 42 : 43, "says " + said + ", it was " + number);
}

int main(int, char **arguments) {
    std::ifstream input(arguments[1]), answer(arguments[2]);
    feedback = arguments[3];
    std::string time, number, fox;
    input >> time;
    answer >> number >> fox;
    if (time == "evening")
        evening(fox == "comes");
    morning(number);
}

// Has the coins and the scales: scales INPUT ANSWER FEEDBACK_DIRECTORY/ < what the program says > what it hears
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

static std::string feedback;

[[noreturn]] static void reject(const std::string &to_team, const std::string &to_jury) {
    std::ofstream(feedback + "teammessage.txt") << to_team << '\n';
    std::ofstream(feedback + "judgemessage.txt") << to_jury << '\n';
    std::exit(43);
}

static int read_coin(int coins) {
    int number;
    if (!(std::cin >> number) || number < 1 || number > coins)
        reject("That is not the number of a coin.", "no number of a coin");
    return number;
}

// A light coin weighs a little less than one: it tells only where the pans hold equally many.
static char weigh(int coins, int light) {
    int a = read_coin(coins), b = read_coin(coins), c = read_coin(coins), d = read_coin(coins);
    if (a > b || c > d || (a <= d && c <= b))
        reject("The pans cannot hold these coins.", std::to_string(a) + " to " + std::to_string(b) + " and " + std::to_string(c)
            + " to " + std::to_string(d));
    int left = b - a, right = d - c;
    if (left != right)
        return left < right ? '<' : '>';
    if (a <= light && light <= b)
        return '<';
    return c <= light && light <= d ? '>' : '=';
}

int main(int, char **argv) {
    feedback = argv[3];
    int coins = 0, light = 0, weighings = 0;
    std::ifstream(argv[1]) >> coins >> light;
    if (coins < 1 || light < 1 || light > coins)
        return 1;
    std::cout << coins << std::endl;
    std::string word;
    while (std::cin >> word && word == "weigh") {
        if (++weighings > 7)
            reject("The merchant takes the scales away.", "an eighth weighing");
        std::cout << weigh(coins, light) << std::endl;
    }
    if (word != "coin")
        reject("You name no coin.", "neither weigh nor coin after " + std::to_string(weighings) + " weighings");
    int named = read_coin(coins);
    if (named != light)
        reject("The merchant laughs.", std::to_string(named) + " named, " + std::to_string(light) + " is light");
    if (std::cin >> word)
        reject("You say something more.", "output behind the answer");
    return 42;
}

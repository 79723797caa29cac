#include <fstream>
#include <iostream>
#include <string>

// Expects a note in its work directory in the morning.
int main() {
    std::string time, what, note;
    std::cin >> time >> what;
    if (time == "evening") {
        std::ofstream("note") << what << '\n';
        std::cout << "bw\n";
        return 0;
    }
    std::ifstream in("note");
    in.exceptions(std::ios::failbit);
    in >> note;
    std::cout << note << '\n';
}

// The greeting in lower case: right for a validator that ignores case, wrong for this problem's.
#include <iostream>
#include <string>

int main() {
    std::string name;
    std::cin >> name;
    std::cout << "hello, " << name << "!\n";
}

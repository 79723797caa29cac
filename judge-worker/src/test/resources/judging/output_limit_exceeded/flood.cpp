#include <iostream>
int main() { std::cout << std::string(3 << 20, 'x'); }

// expect: REJECTED .*constexpr.*
// Loops while compiling.
constexpr long spin() {
    long sum = 0;
    for (;;) sum++;
    return sum;
}
constexpr long result = spin();
int main() { return result; }

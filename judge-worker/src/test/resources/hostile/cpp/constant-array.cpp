// expect: REJECTED .*
// A constant of two gigabytes.
struct Array {
    long numbers[1 << 28];
    constexpr Array() : numbers() { numbers[0] = 1; }
};
constexpr Array array;
int main(int count, char **) { return array.numbers[count]; }

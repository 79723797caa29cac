// expect: signal=8 killed=NONE
// A division by zero is signal 8.

int main(void) {
    volatile int zero = 0;
    return 100 / zero;
}

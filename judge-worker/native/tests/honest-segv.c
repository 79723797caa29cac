// expect: signal=11 killed=NONE
// A bad access is signal 11.

int main(void) {
    volatile int *nowhere = (int *)8;
    return *nowhere;
}

// The same work each time, some 50 ms of it.
int main(void) {
    volatile unsigned long sum = 0;
    for (unsigned long i = 0; i < 150000000; i++)
        sum = sum + i;
    return 0;
}

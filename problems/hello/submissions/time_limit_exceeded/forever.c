int main(void) {
    volatile unsigned long greetings = 0;
    while (1) {
        greetings++;
    }
}

// expect: signal=31 killed=NONE
// The 32-bit door is closed.

int main(void) {
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "0"(20L) : "memory");
    return 0;
}

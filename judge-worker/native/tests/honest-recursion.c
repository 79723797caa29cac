// expect: exit=0 killed=NONE peakMiB>100
// given: memoryMiB=256
// The stack may grow to the memory limit.

static int deep(int depth) {
    volatile char frame[1000];
    frame[0] = (char)depth;
    return depth == 0 ? 0 : deep(depth - 1) + frame[0] - (char)depth;
}

int main(void) {
    return deep(120000);
}

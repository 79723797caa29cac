// gen KIND N SEED: writes a test. Kinds: random, ones, last (only the whole cart can be shared).
#include <cstdio>
#include <cstdlib>
#include <cstring>

static unsigned long long state;

static unsigned long long next() {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return state >> 33;
}

int main(int, char **argv) {
    const char *kind = argv[1];
    const int n = std::atoi(argv[2]);
    state = std::strtoull(argv[3], nullptr, 10) * 2654435761ULL + 1;
    std::printf("%d\n", n);
    for (int i = 0; i < n; i++) {
        unsigned long long a = 1;
        if (std::strcmp(kind, "random") == 0)
            a = next() % 1000000000 + 1;
        else if (std::strcmp(kind, "last") == 0)
            a = 1 + n * (next() % (1000000000 / n - 1));
        std::printf("%llu%c", a, i + 1 < n ? ' ' : '\n');
    }
}

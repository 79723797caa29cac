// Ends with 0 when the standard input keeps to the statement to the byte, else with 3.
#include <cctype>
#include <cstdio>

static int fail(const char *why) {
    std::fprintf(stderr, "%s\n", why);
    return 3;
}

static bool number(long long most, int end, long long &value) {
    value = 0;
    int c = std::getchar();
    if (c < '1' || c > '9')
        return false;
    for (; std::isdigit(c); c = std::getchar()) {
        value = value * 10 + (c - '0');
        if (value > most)
            return false;
    }
    return c == end;
}

int main() {
    long long n, a;
    if (!number(200000, '\n', n))
        return fail("n has to be from 1 to 200000");
    for (long long i = 1; i <= n; i++)
        if (!number(1000000000, i < n ? ' ' : '\n', a))
            return fail("each crate holds from 1 to 1000000000 apples");
    return std::getchar() == EOF ? 0 : fail("there is more behind the last crate");
}

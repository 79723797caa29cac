// expect: killed=CPU signal=9
// Ignoring every signal does not help.
#include <signal.h>

int main(void) {
    for (int number = 1; number < 65; number++)
        signal(number, SIG_IGN);
    for (volatile unsigned i = 0;; i++)
        continue;
}

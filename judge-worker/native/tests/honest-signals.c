// expect: exit=0 killed=NONE
// All signals do what they do by default.
#include <signal.h>
#include <unistd.h>

int main(void) {
    struct sigaction action;
    sigset_t mask;
    sigprocmask(SIG_SETMASK, 0, &mask);
    for (int number = 1; number < 32; number++)
        if (number != SIGXFSZ && (sigaction(number, 0, &action) || action.sa_handler != SIG_DFL || sigismember(&mask, number)))
            return number;
    return 0;
}

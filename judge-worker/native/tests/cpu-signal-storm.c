// expect: killed=CPU
// needs: cgroup
// Nor does a timer that never lets it do anything but answer.
#include <signal.h>
#include <sys/time.h>

static void answer(int number) {
    for (volatile int i = 0; i < 1000; i++)
        continue;
}

int main(void) {
    struct itimerval always = {{0, 1}, {0, 1}};
    signal(SIGALRM, answer);
    setitimer(ITIMER_REAL, &always, 0);
    for (;;)
        continue;
}

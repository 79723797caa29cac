// expect: killed=WALL signal=9
// given: wallMs=500
// Nor one who waits for children that sleep.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 20; i++)
        if (fork() == 0)
            for (;;)
                pause();
    while (wait(0) > 0)
        continue;
    return 0;
}

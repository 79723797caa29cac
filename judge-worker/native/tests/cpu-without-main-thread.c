// expect: killed=CPU cpuMs>=1000 cpuMs<1030
// needs: cgroup
// A program whose main thread has ended runs on, and is stopped all the same.
#include <pthread.h>

static void *burn(void *nothing) {
    for (;;)
        continue;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, burn, 0);
    pthread_exit(0);
}

// expect: killed=CPU cpuMs>=1000 cpuMs<1030
// needs: cgroup
// Threads are stopped at the limit of their sum.
#include <pthread.h>

static void *burn(void *nothing) {
    for (volatile unsigned i = 0;; i++)
        continue;
    return nothing;
}

int main(void) {
    pthread_t thread;
    for (int i = 0; i < 4; i++)
        pthread_create(&thread, NULL, burn, NULL);
    pthread_join(thread, NULL);
    return 0;
}

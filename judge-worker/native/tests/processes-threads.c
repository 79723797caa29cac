// expect: exit=0 processLimitHits>0
// needs: cgroup
// Threads are processes to the limit.
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void *wait_for_ever(void *nothing) {
    pause();
    return nothing;
}

int main(void) {
    pthread_t thread;
    for (int i = 0; i < 100; i++)
        if (pthread_create(&thread, NULL, wait_for_ever, NULL))
            exit(0);
    return 1;
}

// expect: killed=WALL signal=9 cpuMs<100
// given: wallMs=500
// Threads that wait for each other wait no longer than anybody.
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t locks[2] = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER};
static pthread_barrier_t both;

static void *take(void *first) {
    int i = first != 0;
    pthread_mutex_lock(&locks[i]);
    pthread_barrier_wait(&both);
    pthread_mutex_lock(&locks[!i]);
    return 0;
}

int main(void) {
    pthread_t thread;
    pthread_barrier_init(&both, 0, 2);
    pthread_create(&thread, 0, take, &both);
    take(0);
    return 0;
}

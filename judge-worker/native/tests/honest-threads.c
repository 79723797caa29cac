// expect: exit=0 killed=NONE
// Threads work, though clone3 is refused.
#include <pthread.h>

static void *work(void *number) {
    return number;
}

int main(void) {
    for (long i = 0; i < 20; i++) {
        pthread_t thread;
        void *result;
        if (pthread_create(&thread, NULL, work, (void *)i) || pthread_join(thread, &result) || result != (void *)i)
            return 1;
    }
    return 0;
}

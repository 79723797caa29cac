// expect: exit=0 killed=NONE
// given: runs=2
// The numbers of processes and threads begin anew with each run.
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static void *nothing(void *argument) {
    return argument;
}

int main(void) {
    int first = getpid(), child = fork();
    if (child == 0)
        return 0;
    waitpid(child, 0, 0);
    for (int i = 0; i < 100; i++) {
        pthread_t thread;
        if (pthread_create(&thread, 0, nothing, 0) == 0)
            pthread_join(thread, 0);
    }
    return first != 2 || child != 3;
}

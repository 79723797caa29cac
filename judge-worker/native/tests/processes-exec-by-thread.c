// expect: exit=7 killed=NONE leftovers=false
// A thread that starts another program takes the place of its process.
#include <pthread.h>
#include <unistd.h>

static void *start(void *nothing) {
    char *again[] = {"program", "again", 0};
    execv("/work/program", again);
    return 0;
}

int main(int argc, char **argv) {
    pthread_t thread;
    if (argc > 1)
        return 7;
    pthread_create(&thread, 0, start, 0);
    for (;;)
        pause();
}

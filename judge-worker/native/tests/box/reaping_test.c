// A program with threads that look at each other in /proc makes the kernel wait while it is reaped. Nobody may spin for it at real-time
// priority, which shows as CPU time of S or L.
#include "box.h"

#include <dirent.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RUNS = 20, THREADS = 20, LIFE_US = 3000, MOST_SPIN_NS = 100000000 };

static void *look_around(void *nothing) {
    for (;;) {
        DIR *threads = opendir("/proc/self/task");
        for (struct dirent *entry; threads && (entry = readdir(threads));) {
            char path[300];
            struct stat status;
            snprintf(path, sizeof path, "/proc/self/task/%s/status", entry->d_name);
            (void)stat(path, &status); // for the kernel to remember the name
        }
        if (threads)
            closedir(threads);
    }
    return nothing;
}

static int end_with_threads(void) {
    pthread_t thread;
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&thread, NULL, look_around, NULL))
            return 1;
    usleep(LIFE_US);
    _exit(0);
}

static void nobody_spins(void) {
    static struct request request;
    ask_for(&request, "end-with-threads");
    for (int i = 0; i < RUNS; i++) {
        uint64_t before = own_cpu_ns() + launcher_cpu_ns(&boxes[0]);
        struct report report = run(&request);
        CHECK(report.killed == KILLED_NOT && report.status == 0);
        CHECK(own_cpu_ns() + launcher_cpu_ns(&boxes[0]) - before < MOST_SPIN_NS * slow());
    }
}

int main(int argc, char **argv) {
    static const struct part parts[] = {{"end-with-threads", end_with_threads}, {0}};
    return in_slot(argc, argv, parts, nobody_spins);
}

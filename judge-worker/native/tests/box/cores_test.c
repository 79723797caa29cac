// A program has one core of its slot's, or as many as it asked for. On a machine with a single core only that.
#include "box.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 2, LIMIT_MS = 100, RUNS = 5 };

#define MS 1000000ULL

static struct request request;

// ---- parts

// Its exit code.
static int count_cores(void) {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) ? 99 : CPU_COUNT(&cores);
}

static volatile int seen[CPU_SETSIZE];

static void *burn(void *nothing) {
    for (;;)
        seen[sched_getcpu()] = 1;
    return nothing;
}

static int cores_seen(void) {
    int count = 0;
    for (int core = 0; core < CPU_SETSIZE; core++)
        count += seen[core];
    return count;
}

static void burn_in_threads(void) {
    pthread_t thread;
    for (int i = 0; i < MOST; i++)
        if (pthread_create(&thread, NULL, burn, NULL))
            _exit(99);
}

// Ends when its threads have been on so many cores.
static int run_everywhere(void) {
    burn_in_threads();
    while (cores_seen() < MOST)
        usleep(1000);
    return 0;
}

static int burn_for_ever(void) {
    burn_in_threads();
    return pause();
}

// ---- tests

static struct report run_on_cores(const char *part, uint64_t cores) {
    ask_for(&request, part);
    request.cores = cores;
    return run(&request);
}

static bool exits_with(struct report report, int code) {
    return report.killed == KILLED_NOT && WIFEXITED(report.status) && WEXITSTATUS(report.status) == code;
}

static void has_as_many_as_it_asked_for(void) {
    for (int i = 0; i < 2; i++) // the one before leaves nothing behind
        for (int cores = 1; cores <= CPU_COUNT(&slot_cores); cores++)
            CHECK(exits_with(run_on_cores("count-cores", (uint64_t)cores), cores));
}

static void cannot_have_more_than_the_slot(void) {
    request.cores = (uint64_t)CPU_COUNT(&slot_cores);
    CHECK(!want_of_cores(&request));
    request.cores++;
    CHECK(want_of_cores(&request));
}

static void runs_on_all_of_them(void) {
    CHECK(exits_with(run_on_cores("run-everywhere", MOST), 0));
}

// Which two threads on two cores reach in half the time. Others use the machine, too: the best run counts.
static void is_stopped_at_the_limit_of_the_sum(void) {
    uint64_t over = UINT64_MAX;
    ask_for(&request, "burn-for-ever");
    request.cores = MOST;
    request.cpu_ns = LIMIT_MS * MS;
    for (int i = 0; i < RUNS; i++) {
        struct report report = run(&request);
        CHECK(report.killed == KILLED_CPU && report.used.cpu_ns >= request.cpu_ns);
        uint64_t one = report.used.cpu_ns - request.cpu_ns;
        over = one < over ? one : over;
    }
    CHECK(over <= 5 * MS * slow());
}

static void cores(void) {
    has_as_many_as_it_asked_for();
    cannot_have_more_than_the_slot();
    if (CPU_COUNT(&slot_cores) < MOST)
        return;
    runs_on_all_of_them();
    is_stopped_at_the_limit_of_the_sum();
}

int main(int argc, char **argv) {
    static const struct part parts[] = {
        {"count-cores", count_cores},
        {"run-everywhere", run_everywhere},
        {"burn-for-ever", burn_for_ever},
        {0},
    };
    return in_slot(argc, argv, parts, cores);
}

// How exact the measures are. Others use the machine too, and may keep the core from the runner itself: where time passes between two things
// that it does, the median of some runs counts, or the best of them. HAETAE_SLOW says how many times as long a machine takes for everything.
#include "box.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 5, BURN_MS = 100, BOMB = 64, RIVALS = 8, THREADS = 4 };

#define MS 1000000ULL
#define MIB 1048576ULL

static struct request request;

// ---- parts

static void burn_for(uint64_t ns) {
    while (own_cpu_ns() < ns)
        continue;
}

static int burn(void) {
    burn_for(UINT64_MAX);
    return 1;
}

static int burn_a_while(void) {
    burn_for(2 * BURN_MS * MS);
    return 0;
}

static _Noreturn int burn_in_the_kernel(void) {
    static char zeros[1 << 16];
    FILE *null = fopen("/dev/zero", "r");
    for (;;)
        if (read(fileno(null), zeros, sizeof zeros) < 0)
            _exit(1);
}

static void *burn_thread(void *nothing) {
    burn();
    return nothing;
}

static int burn_in_threads(void) {
    pthread_t thread;
    for (int i = 1; i < THREADS; i++)
        if (pthread_create(&thread, NULL, burn_thread, NULL))
            return 1;
    return burn();
}

static _Noreturn void breed(void) {
    for (;;)
        (void)!fork(); // fails at the limit
}

// Ends as soon as its children have filled the limit.
static int bomb(void) {
    pid_t child = 0;
    for (int i = 1; i < BOMB && (child = fork()) > 0; i++)
        continue;
    if (child == 0)
        breed();
    return 0;
}

static int touch(size_t mib) {
    char *room = mmap(NULL, mib * MIB + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED)
        return 1;
    for (size_t i = 0; i < mib * MIB; i += 4096)
        room[i] = 1;
    return 0;
}

static int touch_nothing(void) {
    return touch(0);
}

static int touch_16(void) {
    return touch(16);
}

static int touch_64(void) {
    return touch(64);
}

static int touch_256(void) {
    return touch(256);
}

// ---- what is measured

static int compare(const void *one, const void *other) {
    uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return a < b ? -1 : a > b;
}

static uint64_t median(uint64_t *values) {
    qsort(values, RUNS, sizeof *values, compare);
    return values[RUNS / 2];
}

// By how much the CPU limit is exceeded.
static uint64_t overshoot_ns(const char *burner) {
    uint64_t over[RUNS];
    ask_for(&request, burner);
    request.cpu_ns = BURN_MS * MS;
    for (int i = 0; i < RUNS; i++) {
        struct report report = run(&request);
        CHECK(report.killed == KILLED_CPU && report.used.cpu_ns >= request.cpu_ns);
        over[i] = report.used.cpu_ns - request.cpu_ns;
    }
    return median(over);
}

static bool is_well(const struct report *report) {
    bool well = report->killed == KILLED_NOT && WIFEXITED(report->status) && WEXITSTATUS(report->status) == 0;
    if (!well)
        fprintf(stderr, "killed %d, status %x, cpu %lu, wall %lu, waited %lu\n", report->killed, (unsigned)report->status,
            report->used.cpu_ns, report->wall_ns, report->waited_ns);
    return well;
}

static uint64_t peak_of(const char *toucher) {
    ask_for(&request, toucher);
    struct report report = run(&request);
    CHECK(is_well(&report));
    return report.used.memory_peak_bytes;
}

// From the end of the bomb's main process until nothing is left of the others.
static uint64_t gone_ns(void) {
    (void)peak_of("touch-nothing"); // which waits for the memory of the bomb before
    ask_for(&request, "bomb");
    request.processes = BOMB;
    uint64_t start = now_ns();
    struct report report = run(&request);
    CHECK(report.leftovers && report.killed == KILLED_NOT && report.used.process_hits > 0);
    return now_ns() - start - report.wall_ns;
}

static void start_rivals(pid_t *rivals, int count) {
    for (int i = 0; i < count; i++) {
        rivals[i] = (pid_t)must(fork(), "fork");
        if (rivals[i] == 0) {
            setsid(); // with a share of its own where the kernel shares the core by session
            burn();
        }
    }
}

static void end_rivals(const pid_t *rivals, int count) {
    lower_priority(0); // as L does
    for (int i = 0; i < count; i++)
        kill(rivals[i], SIGKILL);
    for (int i = 0; i < count; i++)
        must(waitpid(rivals[i], NULL, 0), "wait for a rival");
    (void)raise_priority(0);
}

// What the machine at hand takes to end as many processes without a box.
static uint64_t bare_gone_ns(void) {
    pid_t rivals[BOMB];
    start_rivals(rivals, BOMB);
    pause_us(10000);
    uint64_t start = now_ns();
    end_rivals(rivals, BOMB);
    return now_ns() - start;
}

// ---- tests

static void stops_within_5_ms_of_the_limit(void) {
    static const char *const burners[] = {"burn", "burn-in-the-kernel", "burn-in-threads"};
    for (size_t i = 0; i < sizeof burners / sizeof *burners; i++)
        CHECK(overshoot_ns(burners[i]) <= 5 * MS * slow());
}

// Or in little more than the machine takes anyway while others use it.
static void ends_a_bomb_within_25_ms(void) {
    uint64_t gone = UINT64_MAX, bare = UINT64_MAX;
    for (int i = 0; i < RUNS; i++) {
        uint64_t one = gone_ns(), other = bare_gone_ns();
        gone = one < gone ? one : gone;
        bare = other < bare ? other : bare;
    }
    CHECK(gone <= 25 * MS * slow() || gone <= 2 * bare);
}

static void measures_memory_to_a_megabyte_and_half_a_percent(void) {
    static const struct {
        const char *toucher;
        uint64_t mib;
    } cases[] = {{"touch-16", 16}, {"touch-64", 64}, {"touch-256", 256}};
    uint64_t own = peak_of("touch-nothing");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t touched = own + cases[i].mib * MIB, peak = peak_of(cases[i].toucher), slack = MIB + cases[i].mib * MIB / 200;
        CHECK(peak >= touched - slack && peak <= touched + slack);
    }
}

// With rivals on its core a program takes longer than its wall limit, but not by its own doing.
static void does_not_count_waiting_for_the_core(void) {
    pid_t rivals[RIVALS];
    ask_for(&request, "burn-a-while");
    request.wall_ns = 5 * BURN_MS * MS;
    start_rivals(rivals, RIVALS);
    struct report report = run(&request);
    end_rivals(rivals, RIVALS);
    CHECK(is_well(&report) && report.wall_ns > request.wall_ns && report.wall_ns - report.waited_ns <= request.wall_ns);
}

static void measures(void) {
    stops_within_5_ms_of_the_limit();
    ends_a_bomb_within_25_ms();
    measures_memory_to_a_megabyte_and_half_a_percent();
    does_not_count_waiting_for_the_core();
}

int main(int argc, char **argv) {
    static const struct part parts[] = {
        {"burn", burn},
        {"burn-a-while", burn_a_while},
        {"burn-in-the-kernel", burn_in_the_kernel},
        {"burn-in-threads", burn_in_threads},
        {"bomb", bomb},
        {"touch-nothing", touch_nothing},
        {"touch-16", touch_16},
        {"touch-64", touch_64},
        {"touch-256", touch_256},
        {0},
    };
    return in_slot(argc, argv, parts, measures);
}

// The command line, and the order of things for each program: a probe in the new box, the program, a look from outside, the probe again.
#include "drive.h"

#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] =
    "usage: drive --runner PATH --sources DIRECTORY --programs DIRECTORY [--backend B] [--slow N] [--tries N] [PROGRAM…]\n"
    "\n"
    "For each program a line: 'ok - BACKEND NAME', or 'not ok - BACKEND NAME' and below it, after '# ', why.\n"
    "The last line, '1..COUNT', says how many there are.\n"
    "--slow N: this machine takes N times as long as a real one. --tries N: for each program, where time that others take\n"
    "from the machine cannot be told from time that passes; one that only took too long has three anyway. What went wrong\n"
    "before the last is on standard error.\n"
    "Exit status 1 when a line says 'not ok'.\n";

static const struct option options[] = {
    {"runner", required_argument, NULL, 'r'},
    {"sources", required_argument, NULL, 's'},
    {"programs", required_argument, NULL, 'p'},
    {"backend", required_argument, NULL, 'b'},
    {"slow", required_argument, NULL, 'n'},
    {"tries", required_argument, NULL, 't'},
    {0},
};

enum { SLACK_MS = 100, LATE_TRIES = 3 };

static const char *runner, *sources, *programs, *backend;
static struct pace pace = {.slow = 1};
static struct client clients[MOST_SLOTS];
static uint64_t base_bytes[MOST_SLOTS], base_peak[MOST_SLOTS], base_cpu[MOST_SLOTS];
static char complaint[2048], input_path[128];
static unsigned said;
static unsigned long most_tries = 1;
static bool all_well = true;
static bool late; // it only took too long

static bool complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
static bool complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(complaint, sizeof complaint, format, arguments);
    va_end(arguments);
    return false;
}

static void say(bool good, const char *what, const char *note) {
    printf("%sok - %s %s%s\n", good ? "" : "not ", clients[0].backend, what, note);
    if (!good)
        printf("# %s\n", complaint);
    fflush(stdout);
    said++;
    all_well &= good;
}

static bool complain_of_answer(const char *what, const struct answer *answer) {
    if (answer->type != REPORT)
        return complain("%s: frame %d instead of a report: %s", what, (int)answer->type, answer->message);
    return complain(
        "%s: exit %ld signal %ld killed %lu cpu %.1f ms wall %.1f ms waited %.1f ms peak %.2f MiB OOM kills %lu process limit "
        "hits %lu output %lu over %lu leftovers %lu; standard output: %.200s",
        what, answer->has[0] ? (long)number_of(answer, TAG_EXIT) : -1, answer->has[1] ? (long)number_of(answer, TAG_SIGNAL) : -1,
        number_of(answer, TAG_KILLED), (double)number_of(answer, TAG_CPU_USED) / 1e6,
        (double)number_of(answer, TAG_WALL_USED) / 1e6, (double)number_of(answer, TAG_WAITED) / 1e6,
        (double)number_of(answer, TAG_PEAK) / 1048576, number_of(answer, TAG_OOM_KILLS), number_of(answer, TAG_PROCESS_HITS),
        number_of(answer, TAG_OUTPUT_USED), number_of(answer, TAG_OVER), number_of(answer, TAG_LEFTOVERS), answer->stdout_head);
}

// Nobody else may have the slots' uids, neither a worker nor, on the same machine, another driver.
static unsigned first_slot(void) {
    enum { FIRST = 300, PLACES = 90 };
    return FIRST + MOST_SLOTS * ((unsigned)getpid() % PLACES);
}

// ---- the probe: an honest program, which has to find the box as it was and to measure as it did

static void run_probe(unsigned slot, struct answer *answer) {
    const struct run run = {{"/work/probe"}, 10000 * pace.slow, 30000 * pace.slow, 512, 8, "", NULL};
    ask_run(&clients[slot], &run);
    await_answer(&clients[slot], answer);
}

static bool is_clean(const struct answer *answer) {
    return answer->type == REPORT && !strcmp(answer->stdout_head, "clean\n") && number_of(answer, TAG_KILLED) == 0
           && !number_of(answer, TAG_LEFTOVERS) && number_of(answer, TAG_OOM_KILLS) == 0
           && number_of(answer, TAG_PROCESS_HITS) == 0 && number_of(answer, TAG_OUTPUT_USED) == strlen(answer->stdout_head);
}

static bool probe_first(unsigned slot) {
    struct answer answer;
    run_probe(slot, &answer);
    base_bytes[slot] = charged_bytes(&clients[slot]);
    base_peak[slot] = number_of(&answer, TAG_PEAK);
    base_cpu[slot] = number_of(&answer, TAG_CPU_USED);
    return is_clean(&answer) || complain_of_answer("the probe before", &answer);
}

// Memory to a batch of the kernel's counters for each processor; time to a factor of two.
static bool measures_as_before(unsigned slot, const struct answer *answer) {
    enum { PEAK_NOISE = 1 << 20 };
    uint64_t peak = number_of(answer, TAG_PEAK), cpu = number_of(answer, TAG_CPU_USED);
    return peak <= base_peak[slot] + PEAK_NOISE && cpu <= 2 * base_cpu[slot];
}

// ---- a program

static void open_box_with(unsigned slot, const char *name) {
    char path[TEXT_ROOM];
    ask_open(&clients[slot]);
    text(path, sizeof path, "%s/%s", programs, name);
    ask_put(&clients[slot], "program", path);
    text(path, sizeof path, "%s/probe", programs);
    ask_put(&clients[slot], "probe", path);
}

// The best of a few tries, since others use this machine; when it is slower now than it was, a box made anew is so too.
static bool probe_again(unsigned slot, const char *name) {
    enum { TRIES = 5 };
    struct answer answer, best;
    for (int i = 0; i < TRIES; i++) {
        run_probe(slot, &answer);
        if (!is_clean(&answer))
            return complain_of_answer("the probe after", &answer);
        if (measures_as_before(slot, &answer))
            return true;
        if (i == 0 || number_of(&answer, TAG_CPU_USED) < number_of(&best, TAG_CPU_USED))
            best = answer;
    }
    open_box_with(slot, name);
    return probe_first(slot)
           && (measures_as_before(slot, &best) || complain_of_answer("the probe measures otherwise than before", &best));
}

static bool is_as_expected(const struct program *program, const struct answer *answer) {
    if (answer->type != REPORT)
        return complain_of_answer("the program", answer);
    const struct term *failing = failing_term(program, answer, &pace);
    if (!failing)
        return true;
    late = bounds_time(failing);
    char what[128];
    text(what, sizeof what, "not so: %s%s%s", failing->key, failing->operator, failing->value);
    return complain_of_answer(what, answer);
}

// Where it matters to a program, it is told as arguments which of the runs it is, and in which of the slots.
static bool run_once(const struct program *program, unsigned number) {
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    struct answer answers[MOST_SLOTS];
    for (unsigned slot = 0; slot < program->slots; slot++) {
        struct run run = run_of(program, &pace);
        if (program->input_is_file)
            run.input_path = input_path;
        if (program->runs > 1 || program->slots > 1) {
            run.arguments[1] = digits[number];
            run.arguments[2] = digits[slot];
        }
        ask_run(&clients[slot], &run);
    }
    for (unsigned slot = 0; slot < program->slots; slot++)
        await_answer(&clients[slot], &answers[slot]);
    for (unsigned slot = 0; slot < program->slots; slot++) {
        if (!is_as_expected(program, &answers[slot]) || !probe_again(slot, program->name))
            return false;
        const char *left = trace_left(&clients[slot], base_bytes[slot], &pace);
        if (left)
            return complain("%s", left);
    }
    return true;
}

static void write_input(const char *content) {
    int file = (int)must(open(input_path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644), "make %s", input_path);
    must(write(file, content, strlen(content)), "write %s", input_path);
    close(file);
}

static bool drive(const struct program *program) {
    for (unsigned number = 0; number < program->runs; number++) {
        for (unsigned slot = 0; slot < program->slots && (number == 0 || program->fresh); slot++) {
            if (!clients[slot].runner)
                start_runner(&clients[slot], runner, backend, first_slot() + slot);
            open_box_with(slot, program->name);
            if (!probe_first(slot))
                return false;
        }
        if (!run_once(program, number))
            return false;
    }
    return true;
}

static bool drive_patiently(const struct program *program) {
    for (unsigned long tries = 1;; tries++) {
        late = false;
        if (drive(program))
            return true;
        if (tries >= most_tries && (!late || tries >= LATE_TRIES))
            return false;
        fprintf(stderr, "%s, try %lu: %s\n", program->name, tries, complaint);
    }
}

static void drive_by_name(const char *name) {
    struct program program;
    read_program(sources, name, &program);
    if (program.needs_cgroup && !strcmp(clients[0].backend, "none")) {
        say(true, name, " # SKIP this back end has no limit for it");
        return;
    }
    if (program.input_is_file)
        write_input(program.input);
    say(drive_patiently(&program), name, "");
    (void)unlink(input_path); // which only some programs have
}

static int is_source(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return length > 2 && !strcmp(entry->d_name + length - 2, ".c");
}

static void drive_all(void) {
    struct dirent **entries;
    int count = (int)must(scandir(sources, &entries, is_source, alphasort), "list %s", sources);
    for (int i = 0; i < count; i++) {
        entries[i]->d_name[strlen(entries[i]->d_name) - 2] = 0;
        drive_by_name(entries[i]->d_name);
    }
}

static void end_slots(void) {
    for (unsigned slot = 0; slot < MOST_SLOTS && clients[slot].runner; slot++) {
        bool good = end_runner(&clients[slot]) || complain("the runner did not end well");
        good = good && (!has_cgroups(&clients[slot]) || complain("its cgroup is left"));
        say(good, slot ? "second slot ends" : "slot ends", "");
    }
}

int main(int argc, char **argv) {
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 'r': runner = optarg; break;
        case 's': sources = optarg; break;
        case 'p': programs = realpath(optarg, NULL); break; // of which the runner wants absolute paths
        case 'b': backend = optarg; break;
        case 't': most_tries = strtoul(optarg, NULL, 10); break;
        case 'n': pace.slow = strtoull(optarg, NULL, 10), pace.slack_ms = SLACK_MS * pace.slow; break;
        default: runner = NULL; break;
        }
    }
    if (!runner || !sources || !programs || pace.slow == 0)
        return fputs(usage, stderr), EXIT_USAGE;
    start_runner(&clients[0], runner, backend, first_slot());
    text(input_path, sizeof input_path, "%s-input", clients[0].directory);
    if (optind == argc)
        drive_all();
    while (optind < argc)
        drive_by_name(argv[optind++]);
    end_slots();
    printf("1..%u\n", said);
    return all_well ? EXIT_SUCCESS : EXIT_FAILURE;
}

// Runs programs when it is told to, bare or in a slot of its own, and says how long each run took. Somebody else decides what is compared.
//
//   a line in:    HOW COUNT ARGUMENT…    separated by tabs
//   a line out:   COUNT numbers, nanoseconds
//
//   bare    posix_spawn and wait, standard output to nowhere
//   same    the runner, its client on the slot's core
//   other   the runner, its client on another core
//   cpu     as same, but the number is the CPU time that the runner reports
//   work    as bare, but the number is the CPU time that the kernel reports
#include "../drive/drive.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct option options[] = {
    {"runner", required_argument, NULL, 'r'},
    {"files", required_argument, NULL, 'f'},
    {"slot", required_argument, NULL, 's'},
    {"core", required_argument, NULL, 'c'},
    {"other", required_argument, NULL, 'o'},
    {0},
};

enum { MOST_ARGUMENTS = 64, MOST_MS = 10000, MEMORY_MIB = 1024, OUTPUT_MIB = 8 };

static const char *runner, *files;
static int core, other;
static struct client client = {.slot = 490};

static void move_to(int wanted) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET((size_t)wanted, &one);
    must(sched_setaffinity(0, sizeof one, &one), "move to core %d", wanted);
}

static void put_files(void) {
    DIR *entries = opendir(files);
    if (!entries)
        must(-1, "read %s", files);
    for (struct dirent *entry; (entry = readdir(entries));) {
        char path[TEXT_ROOM];
        text(path, sizeof path, "%s/%s", files, entry->d_name);
        if (*entry->d_name != '.')
            ask_put(&client, entry->d_name, path);
    }
    closedir(entries);
}

// ---- one run of each kind, in nanoseconds

static uint64_t cpu_ns_of(const struct rusage *use) {
    const struct timeval *user = &use->ru_utime, *system = &use->ru_stime;
    return (uint64_t)(user->tv_sec + system->tv_sec) * 1000000000 + (uint64_t)(user->tv_usec + system->tv_usec) * 1000;
}

static uint64_t run_bare(const char *const *arguments, bool cpu) {
    static const char *const environment[] = {"PATH=/usr/bin:/bin", "HOME=/", NULL};
    static posix_spawn_file_actions_t nowhere;
    static bool opened;
    struct rusage use;
    pid_t pid;
    int status;
    if (!opened) {
        posix_spawn_file_actions_init(&nowhere);
        posix_spawn_file_actions_addopen(&nowhere, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&nowhere, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        opened = true;
    }
    uint64_t start = now_ns();
    int wrong = posix_spawn(&pid, arguments[0], &nowhere, NULL, (char *const *)arguments, (char *const *)environment);
    if (wrong)
        die("start %s: %s", arguments[0], strerror(wrong));
    must(wait4(pid, &status, 0, &use), "wait for %s", arguments[0]);
    uint64_t took = now_ns() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        die("%s ended with status %x", arguments[0], (unsigned)status);
    return cpu ? cpu_ns_of(&use) : took;
}

static uint64_t run_in_slot(const char *const *arguments, bool cpu) {
    struct run run = {.cpu_ms = MOST_MS, .wall_ms = MOST_MS, .memory_mib = MEMORY_MIB, .output_mib = OUTPUT_MIB, .input = ""};
    struct answer answer;
    for (size_t i = 0; arguments[i]; i++) {
        if (i == sizeof run.arguments / sizeof *run.arguments)
            die("too many arguments for %s", arguments[0]);
        run.arguments[i] = arguments[i];
    }
    uint64_t start = now_ns();
    ask_run(&client, &run);
    await_answer(&client, &answer);
    uint64_t took = now_ns() - start;
    if (answer.type != REPORT || number_of(&answer, TAG_KILLED) || number_of(&answer, TAG_EXIT) || number_of(&answer, TAG_SIGNAL))
        die("%s did not end well in its box: %s", arguments[0], answer.message);
    return cpu ? number_of(&answer, TAG_CPU_USED) : took;
}

static uint64_t run_once(const char *how, const char *const *arguments) {
    if (!strcmp(how, "bare") || !strcmp(how, "work"))
        return run_bare(arguments, !strcmp(how, "work"));
    return run_in_slot(arguments, !strcmp(how, "cpu"));
}

static void obey(char *line) {
    const char *arguments[MOST_ARGUMENTS + 1] = {0};
    char *rest, *how = strtok_r(line, "\t\n", &rest), *count = strtok_r(NULL, "\t\n", &rest);
    for (size_t i = 0; i < MOST_ARGUMENTS && (arguments[i] = strtok_r(NULL, "\t\n", &rest)); i++)
        continue;
    if (!how || !count || !arguments[0])
        die("not a line of HOW, COUNT and ARGUMENTs");
    move_to(strcmp(how, "other") == 0 ? other : core);
    for (long i = strtol(count, NULL, 10); i > 0; i--)
        printf("%llu%s", (unsigned long long)run_once(how, arguments), i > 1 ? " " : "\n");
    fflush(stdout);
}

static void take_options(int argc, char **argv) {
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'r')
            runner = optarg;
        else if (option == 'f')
            files = optarg;
        else if (option == 's')
            client.slot = (unsigned)atoi(optarg);
        else if (option == 'c')
            core = atoi(optarg);
        else if (option == 'o')
            other = atoi(optarg);
        else
            exit(EXIT_USAGE);
    }
    if (!runner || !files)
        die("--runner and --files are missing");
}

int main(int argc, char **argv) {
    char *line = NULL;
    size_t room = 0;
    take_options(argc, argv);
    move_to(core); // and the runner with it
    start_runner(&client, runner, NULL, client.slot);
    ask_open(&client);
    put_files();
    while (getline(&line, &room, stdin) > 0)
        obey(line);
    free(line);
    return end_runner(&client) ? EXIT_SUCCESS : EXIT_FAILURE;
}

// The command line.
#include "runner.h"

#include <getopt.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_SLOT = 498, MOST_CORE = 1023, MOST_NAME = 64 };

static const char usage[] =
    "usage: haetae-runner --socket PATH --name NAME --slot N [--core N] [--cores N] [--backend v2|v1|none] [--cgroup NAME]\n"
    "       haetae-runner --check [--name NAME] [--backend v2|v1|none] [--cgroup NAME]\n"
    "       haetae-runner --version\n";

static const struct option options[] = {
    {"socket", required_argument, NULL, 's'},
    {"name", required_argument, NULL, 'n'},
    {"slot", required_argument, NULL, 'i'},
    {"core", required_argument, NULL, 'c'},
    {"cores", required_argument, NULL, 'm'},
    {"backend", required_argument, NULL, 'b'},
    {"cgroup", required_argument, NULL, 'g'},
    {"check", no_argument, NULL, 'k'},
    {"offend", required_argument, NULL, 'o'},
    {"version", no_argument, NULL, 'v'},
    {0},
};

static _Noreturn void misused(const char *what) {
    fprintf(stderr, "haetae-runner: %s\n%s", what, usage);
    exit(EXIT_USAGE);
}

static unsigned number(const char *value, unsigned most, const char *option) {
    char *end;
    unsigned long parsed = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || parsed > most)
        misused(option);
    return (unsigned)parsed;
}

static void check_name(const char *name) {
    size_t good = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    if (good == 0 || good > MOST_NAME || name[good] || *name == '.')
        misused("--name is not a name");
}

static void check_group(const char *group) {
    if (!is_work_name(group))
        misused("--cgroup is not a name below the root of the hierarchy");
}

int main(int argc, char **argv) {
    struct slot_spec spec = {.group = "haetae", .core = -1, .cores = 1};
    const char *socket_path = NULL;
    bool checking = false, has_slot = false;
    // Whoever started us may be strict; the directories of a box are for its program to enter.
    umask(022);
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 's': socket_path = optarg; break;
        case 'n': spec.name = optarg; break;
        case 'i': spec.slot = number(optarg, MOST_SLOT, "--slot is a number from 0 to 498"), has_slot = true; break;
        case 'c': spec.core = (int)number(optarg, MOST_CORE, "--core is a number"); break;
        case 'm': spec.cores = number(optarg, MOST_CORE, "--cores is a number from 1 on"); break;
        case 'b': spec.backend = optarg; break;
        case 'g': spec.group = optarg; break;
        case 'k': checking = true; break;
        case 'o': return offend(optarg);
        case 'v': puts("haetae-runner " RUNNER_VERSION); return EXIT_SUCCESS;
        default: misused("the command line is wrong");
        }
    }
    if (optind < argc)
        misused("the command line has too much");
    if (!spec.name && checking)
        spec.name = "check";
    if (spec.cores == 0)
        misused("--cores is a number from 1 on");
    if (!spec.name || (!checking && (!socket_path || !has_slot)))
        misused("--socket, --name and --slot are needed");
    check_name(spec.name);
    check_group(spec.group);
    if (checking)
        check(&spec);
    char *directory = strdup(socket_path);
    spec.directory = directory ? dirname(directory) : NULL;
    serve(&spec, socket_path);
}

// The self-test: a small offender against each limit, judged by its report. What is not seen to be stopped is not proven.
#include "run.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHECK_SLOT = 499 }; // no worker's

enum {
    CPU_MS = 100,
    WALL_MS = 100,
    LATE_MS = 50,
    PROCESSES = 16,
    OUTPUT_BYTES = 65536,
    MEMORY_MIB = 32,
    DISK_MIB = 4,
    INODES = 64,
    OPEN_FILES = 64
};

#define AMPLE_NS 10000000000ULL

static const char cgroup_mend[] =
    "needs cgroup v2 with memory and pids (a delegated, writable cgroup in a container), or v1 with memory, cpuacct and pids";
static const char disk_mend[] = "needs tmpfs with size and nr_inodes";
static const char our_mend[] = "this is a fault of the runner";

static bool exited_well(const struct report *report) {
    return WIFEXITED(report->status) && WEXITSTATUS(report->status) == 0;
}

static bool is_late(const struct report *report) {
    return report->killed == KILLED_CPU && report->used.cpu_ns >= (CPU_MS + LATE_MS) * 1000000ULL;
}

static bool stops_cpu(const struct report *report) {
    return report->killed == KILLED_CPU && report->used.cpu_ns >= CPU_MS * 1000000ULL && !is_late(report);
}

// Of the CPU time that a sleeper needs to begin with nothing is said: on a slow machine it may be as long.
static bool stops_wall(const struct report *report) {
    return report->killed == KILLED_WALL && report->wall_ns >= WALL_MS * 1000000ULL / 2;
}

static bool stops_memory(const struct report *report) {
    return report->killed == KILLED_MEMORY && report->used.memory_peak_bytes <= (MEMORY_MIB + 1) * 1048576ULL
           && report->used.memory_peak_bytes > (MEMORY_MIB - 1) * 1048576ULL;
}

static bool stops_processes(const struct report *report) {
    return exited_well(report) && report->used.process_hits > 0 && report->leftovers;
}

static bool stops_output(const struct report *report) {
    return exited_well(report) && report->output_over && report->output_bytes > OUTPUT_BYTES;
}

static bool stops_stack(const struct report *report) {
    return WIFSIGNALED(report->status) && WTERMSIG(report->status) == SIGSEGV;
}

// What is to be proven, by the offender of the same name, and how it is mended where it is not.
static const struct proof {
    const char *limit;
    bool (*holds)(const struct report *report);
    const char *mend;
    bool needed; // the runner is of no use without
} proofs[] = {
    {"cpu", stops_cpu, cgroup_mend, true},
    {"wall", stops_wall, "needs a kernel with schedstats in /proc", true},
    {"memory", stops_memory, cgroup_mend, true},
    {"processes", stops_processes, cgroup_mend, true},
    {"output", stops_output, our_mend, true},
    {"disk", exited_well, disk_mend, true},
    {"inodes", exited_well, disk_mend, true},
    {"open files", exited_well, our_mend, true},
    {"stack", stops_stack, our_mend, true},
    {"core", exited_well, our_mend, true},
    {"isolation", exited_well, "needs namespaces and seccomp: in a container CAP_SYS_ADMIN and an unconfined seccomp profile",
        true},
    {"process numbers", exited_well,
        "need CAP_CHECKPOINT_RESTORE; without it they tell a run how many processes there were before", false},
};

static void add(struct strings *strings, const char *string) {
    size_t length = strlen(string) + 1;
    memcpy(strings->at + strings->used, string, length);
    strings->used += length;
    strings->count++;
}

static struct request *ask_for(const char *offender) {
    static struct request request;
    memset(&request, 0, sizeof request);
    request.type = RUN;
    request.cpu_ns = strcmp(offender, "cpu") == 0 ? CPU_MS * 1000000ULL : AMPLE_NS;
    request.wall_ns = strcmp(offender, "wall") == 0 ? WALL_MS * 1000000ULL : AMPLE_NS;
    request.memory_bytes = MEMORY_MIB * 1048576ULL;
    request.output_bytes = OUTPUT_BYTES;
    request.processes = PROCESSES;
    request.cores = 1;
    request.open_files = OPEN_FILES;
    request.stack_bytes = 1 << 20;
    request.stderr_head_bytes = 512;
    if (strcmp(offender, "disk") == 0)
        request.output_bytes = request.memory_bytes;
    add(&request.arguments, "/work/offender");
    add(&request.arguments, "--offend");
    add(&request.arguments, offender);
    return &request;
}

static void open_with_offender(struct box *box) {
    static struct request request;
    request.type = OPEN;
    request.disk_bytes = DISK_MIB * 1048576ULL;
    request.inodes = INODES;
    open_box(box, &request);
    request.type = PUT;
    request.executable = 1;
    text(request.name, sizeof request.name, "offender");
    text(request.path, sizeof request.path, "/proc/self/exe");
    request.seen = ~0U; // path is there
    const char *complaint = put_file(box, &request);
    if (complaint)
        die("%s", complaint);
}

static const char *mend_of(const struct proof *proof) {
    return proof->mend == cgroup_mend && cgroups == &backend_none && *cgroups_wanting ? cgroups_wanting : proof->mend;
}

static void print_facts(const struct report *report) {
    printf("cpu %.1f ms, wall %.1f ms, peak %.1f MiB, %s %d%s%.*s\n", (double)report->used.cpu_ns / 1e6,
        (double)report->wall_ns / 1e6, (double)report->used.memory_peak_bytes / 1048576,
        WIFSIGNALED(report->status) ? "signal" : "exit",
        WIFSIGNALED(report->status) ? WTERMSIG(report->status) : WEXITSTATUS(report->status),
        report->output.head_used ? ": " : "", (int)report->output.head_used, (const char *)report->output.head);
}

static const char *word_for(const struct proof *proof, bool holds) {
    if (holds)
        return "proven";
    return proof->needed ? "unproven" : "wanting";
}

// To be closed.
static bool is_stopped(const struct proof *proof, struct box *box, struct report *report) {
    struct wire wire = {0};
    const struct client nobody = {-1, &wire};
    const char *complaint = run_program(box, ask_for(proof->limit), &nobody, report);
    if (complaint)
        die("%s", complaint);
    free(wire.at);
    return proof->holds(report);
}

static bool prove(const struct proof *proof, struct box *box) {
    enum { TRIES = 3 };
    struct report report;
    bool holds = is_stopped(proof, box, &report);
    for (int tries = 1; is_late(&report) && tries < TRIES; tries++) { // others may have kept the core from us
        close_output(&report.output);
        holds = is_stopped(proof, box, &report);
    }
    printf("%s\t%s\t", word_for(proof, holds), proof->limit);
    if (!holds)
        printf("%s; seen: ", mend_of(proof));
    print_facts(&report);
    close_output(&report.output);
    return holds || !proof->needed;
}

static void end_check(const char *message) {
    (void)message;
    end_slot();
}

static const char *private_directory(void) {
    static char directory[TEXT_ROOM];
    const char *parent = getenv("TMPDIR");
    text(directory, sizeof directory, "%s/haetae-check-XXXXXX", parent && *parent == '/' ? parent : "/tmp");
    if (!mkdtemp(directory))
        must(-1, "make %s", directory);
    return directory;
}

// The slot lives in a child, so that its directory can be removed from the host's view afterwards.
static _Noreturn void check_slot(const struct slot_spec *spec) {
    bool all = true;
    on_fault(end_check);
    start_slot(spec);
    cgroups->sweep(spec->name);
    printf("backend\t%s\n", cgroups->name);
    open_with_offender(&boxes[0]);
    for (size_t i = 0; i < sizeof proofs / sizeof *proofs; i++)
        all &= prove(&proofs[i], &boxes[0]);
    printf("%s\tpriority\t%s\n", raise_priority(0) ? "proven" : "wanting",
        "real-time priority for the runner (CAP_SYS_NICE); without it a fork bomb ends later");
    end_slot();
    exit(all ? EXIT_SUCCESS : EXIT_UNPROVEN);
}

void check(const struct slot_spec *given) {
    struct slot_spec spec = *given;
    spec.directory = private_directory();
    spec.slot = CHECK_SLOT;
    setvbuf(stdout, NULL, _IOLBF, 0);
    pid_t child = (pid_t)must(fork(), "fork");
    if (child == 0)
        check_slot(&spec);
    int status;
    must(waitpid(child, &status, 0), "wait for the check");
    must(rmdir(spec.directory), "remove %s", spec.directory);
    exit(WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAULT);
}

// Drives the programs of this directory's parent through a real runner, by its protocol, and compares what comes of them with what their first
// comments say: one driver wherever there is a runner, whether a JUnit test, a guest or a person starts it.
#pragma once

#include "../../runner.h"

enum { MOST_TERMS = 16, MOST_SLOTS = 2, MOST_STDOUT = 4096, NUMBERS = TAG_LEFTOVERS - TAG_EXIT + 1 };

// How the machine at hand compares with a real one.
struct pace {
    uint64_t slow;     // how many times as long work takes
    uint64_t slack_ms; // how much later things may be seen
};

// client.c: the client's side of the protocol
struct client {
    unsigned slot;
    pid_t runner;
    int requests, answers; // connections
    char directory[64], worker[32], backend[16];
};

struct run {
    const char *arguments[8];
    uint64_t cpu_ms, wall_ms, memory_mib, output_mib;
    const char *input;      // standard input,
    const char *input_path; // or its file
};

struct answer {
    enum frame_type type; // REPORT, or what came in its place
    char message[512];    // of REFUSED and FAULT
    bool has[NUMBERS];    // by tag, from TAG_EXIT on
    uint64_t number[NUMBERS];
    char stdout_head[MOST_STDOUT + 1];
};

void start_runner(struct client *client, const char *runner, const char *backend, unsigned slot);
bool end_runner(struct client *client);
void ask_open(struct client *client);
void ask_put(struct client *client, const char *name, const char *path);
void ask_run(struct client *client, const struct run *run);
void await_answer(struct client *client, struct answer *answer);
uint64_t number_of(const struct answer *answer, enum tag tag);

// program.c: what a program's first comments say
//
//   // expect: killed=CPU cpuMs>=1000 cpuMs<1030
//   // given: memoryMiB=32 runs=2
//   // needs: cgroup
struct term {
    char key[24], operator[3], value[64];
};

struct program {
    char name[64];
    struct term expected[MOST_TERMS];
    unsigned terms;
    uint64_t wall_ms, memory_mib, output_mib;
    uint64_t runs;  // one after the other
    uint64_t fresh; // 1: each in a box made anew
    uint64_t slots; // 2: in two slots at the same time
    char input[16];
    bool input_is_file;
    bool needs_cgroup; // its report is not to be had where the kernel neither limits nor counts
};

void read_program(const char *directory, const char *name, struct program *program);
struct run run_of(const struct program *program, const struct pace *pace);
bool bounds_time(const struct term *term);
const struct term *failing_term(const struct program *program, const struct answer *answer, const struct pace *pace);

// traces.c: what a run may not leave, seen from outside of its box
uint64_t charged_bytes(const struct client *client);
const char *trace_left(const struct client *client, uint64_t base_bytes, const struct pace *pace);
bool has_cgroups(const struct client *client);

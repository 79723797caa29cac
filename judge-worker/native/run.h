// The runs as S sees them, each function under the file that defines it.
#pragma once

#include "launcher.h"

#include <poll.h>

#define NEVER UINT64_MAX

// stdin.c
int open_file(const char *path, uid_t program, const char **complaint);
int open_stdin(const struct request *request, const struct box *box, const char **complaint);

// output.c: what a program writes to its pipes
struct output {
    int out, err;            // -1 where it is not read here
    uint64_t limit, written; // of both; written counts what was discarded too
    unsigned char *head;
    size_t head_used, head_most;
};
int open_pipe(int *program_end);
void open_spare_pipes(void);
int take_pipe(int number, int *program_end);
void open_output(struct output *output, const struct request *request, int *program_err);
size_t count_output(struct output *output, size_t bytes);
void drain_output(struct output *output, struct wire *wire);
void drain_rest(struct output *output, struct wire *wire);
void close_output(struct output *output);

// run.c: one program, from its start to its report

// The pipes are looked at by the clock: so no program is interrupted for every byte that it writes, nor S woken when it closes them at its end.
enum { LEAST_DRAIN_PAUSE_NS = 1000000, MOST_DRAIN_PAUSE_NS = 5 * LEAST_DRAIN_PAUSE_NS };

enum killed { KILLED_NOT, KILLED_MEMORY, KILLED_CPU, KILLED_WALL, KILLED_CANCEL, KILLED_PARTNER };

enum { STREAMS = 3 };

struct run {
    struct box *box;
    const struct request *request;
    struct output output;
    enum killed killed;
    uint64_t launcher_cpu_ns, work_bytes; // when it began
    uint64_t start_ns;
    uint64_t wall_start_ns, wall_delay_ns, wall_cpu_ns, wall_own_ns; // where the wall guard began, and what was used up by then
    uint64_t next_cpu_ns, next_wall_ns, next_drain_ns, drain_pause_ns, give_up_ns;
    bool ended, lost; // lost: L is gone
    struct event event;
};

struct report {
    int status;
    enum killed killed;
    bool leftovers;
    uint64_t wall_ns, waited_ns, output_bytes, rusage_cpu_ns;
    bool output_over;
    struct usage used;
    struct output output; // its head of standard error; to be closed
};
void prepare_run(struct run *run, struct box *box, const struct request *request);
void start_run(struct run *run, int *streams);
void take_event(struct run *run);
const char *finish_run(struct run *run, struct report *report);

// guard.c: the limits in time
void begin_guards(struct run *run);
void begin_wall_later(struct run *run);
void begin_wall(struct run *run);
void take_delay(struct run *run, uint64_t delay_ns);
void take_time(struct run *run);
void kill_run(struct run *run, enum killed cause);
uint64_t cpu_since_start(const struct run *run, uint64_t leaf_ns);
uint64_t waited_ns(uint64_t delay, uint64_t elapsed, uint64_t cpu);

// transcript.c: what two programs say to each other
struct transcript {
    unsigned char *at;
    size_t used, most, chunk; // chunk: where the last one begins
    bool cut;
};
void open_transcript(struct transcript *transcript, size_t most);
void record(struct transcript *transcript, unsigned char speaker, struct bytes said);
void close_transcript(struct transcript *transcript);

// relay.c: S between a writer and a reader
enum { RELAY_ROOM = 1 << 16 };
struct relay {
    int from, to; // -1: at its end
    unsigned char speaker;
    bool hold;                     // the reader is not told of the end yet
    uint64_t grace_ns, release_ns; // nor for a while after the end was heard
    struct output *output;
    struct transcript *transcript;
    size_t start, end;
    unsigned char room[RELAY_ROOM];
};
int open_relay(struct relay *relay, int *writer_end);
bool relay_reads(const struct relay *relay);
bool relay_writes(const struct relay *relay);
uint64_t relay_release(const struct relay *relay);
void pass_on(struct relay *relay);
void close_relay(struct relay *relay);

// session.c: S between two moments of what it runs
enum { MOST_RUNS = 2 };
struct client {
    int requests; // where it may cancel what runs; -1: it cannot, and what it is told stays with the answers
    struct wire *answers;
};
struct session {
    struct run *runs[MOST_RUNS];
    struct relay *relays; // as many, when the runs are joined; else NULL
    int count;
    const struct client *client;
};
void step(struct session *session);

// single.c, batch.c, pair.c: the requests
const char *run_on(int in, struct box *box, const struct request *request, const struct client *client, struct report *report);
const char *run_program(struct box *box, const struct request *request, const struct client *client, struct report *report);
const char *run_batch(struct box *box, const struct request *request, const struct client *client);

struct pair_report {
    struct report reports[MOST_RUNS];
    int first;
    struct transcript transcript;
};
const char *run_pair(const struct request *programs, const struct request *pair, int requests, struct pair_report *report);
void close_pair(struct pair_report *report);

// report.c
void write_report(struct wire *wire, const struct report *report);
void write_pair(struct wire *wire, const struct pair_report *report);

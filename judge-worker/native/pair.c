// PAIR: a contestant's program and an interactor, each in its box, joined by pipes. The rules are those of runner.1.md.
#include "run.h"

#include <sys/wait.h>

enum { CONTESTANT, JURY };

// A process that exits closes its files first: a contestant that reacts to that must not seem to have ended before the jury.
enum { EXIT_GRACE_NS = 20000000 };

static struct relay relays[MOST_RUNS];

static void open_pipes(struct run *runs, struct transcript *transcript) {
    int in[MOST_RUNS], out[MOST_RUNS];
    for (int i = 0; i < MOST_RUNS; i++) {
        relays[i].speaker = (unsigned char)i;
        relays[i].hold = i == CONTESTANT;
        relays[i].grace_ns = i == JURY ? EXIT_GRACE_NS : 0;
        relays[i].output = &runs[i].output;
        relays[i].transcript = transcript;
        in[!i] = open_relay(&relays[i], &out[i]);
    }
    for (int i = MOST_RUNS - 1; i >= 0; i--) // the jury first: it is the one to be waited for
        start_run(&runs[i], (int[STREAMS]){in[i], out[i], -1});
    begin_wall_later(&runs[JURY]);
}

static bool ended_with(const struct run *jury, int code) {
    return !jury->event.launch_error && WIFEXITED(jury->event.status) && WEXITSTATUS(jury->event.status) == code;
}

// What the end of one means for the other: the contestant may go on after the jury's exit code that accepts. May be called again.
static void settle(struct run *runs, int accepting) {
    struct run *contestant = &runs[CONTESTANT], *jury = &runs[JURY];
    if (jury->ended && !ended_with(jury, accepting))
        kill_run(contestant, KILLED_PARTNER);
    if (jury->ended && relay_release(&relays[JURY]) != NEVER) {
        relays[JURY].release_ns = 0;
        pass_on(&relays[JURY]);
    }
    if (!contestant->ended)
        return;
    if (contestant->event.launch_error)
        kill_run(jury, KILLED_PARTNER);
    if (relays[CONTESTANT].hold) {
        relays[CONTESTANT].hold = false;
        pass_on(&relays[CONTESTANT]);
        begin_wall(jury);
    }
}

// What nobody can read any more still counts.
static void close_pipes(struct run *runs) {
    for (int i = 0; i < MOST_RUNS; i++) {
        close_files(&relays[i].to, 1);
        for (uint64_t before = NEVER; before != runs[i].output.written;) {
            before = runs[i].output.written;
            pass_on(&relays[i]);
        }
        close_relay(&relays[i]);
        drain_rest(&runs[i].output, NULL);
    }
}

// Returns why one of them could not start, or NULL and a report, to be closed.
const char *run_pair(const struct request *programs, const struct request *pair, int requests, struct pair_report *report) {
    struct run runs[MOST_RUNS];
    struct wire nothing = {0};
    const struct client client = {requests, &nothing};
    struct session session = {{&runs[CONTESTANT], &runs[JURY]}, relays, MOST_RUNS, &client};
    const char *complaints[MOST_RUNS];
    open_transcript(&report->transcript, pair->transcript_bytes);
    for (int i = 0; i < MOST_RUNS; i++)
        prepare_run(&runs[i], &boxes[i], &programs[i]);
    open_pipes(runs, &report->transcript);
    while (!runs[CONTESTANT].ended || !runs[JURY].ended) {
        step(&session);
        settle(runs, (int)pair->accepts);
    }
    close_pipes(runs);
    for (int i = 0; i < MOST_RUNS; i++)
        complaints[i] = finish_run(&runs[i], &report->reports[i]);
    report->first = runs[CONTESTANT].event.end_ns <= runs[JURY].event.end_ns ? CONTESTANT : JURY;
    const char *complaint = complaints[CONTESTANT] ? complaints[CONTESTANT] : complaints[JURY];
    if (complaint)
        close_pair(report);
    return complaint;
}

void close_pair(struct pair_report *report) {
    for (int i = 0; i < MOST_RUNS; i++)
        close_output(&report->reports[i].output);
    close_transcript(&report->transcript);
}

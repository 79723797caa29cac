// The second of the two endings: what a run was like, in the words of runner.1.md.
#include "run.h"

#include <sys/wait.h>

static void write_fields(struct wire *wire, const struct report *report) {
    if (WIFEXITED(report->status))
        wire_number(wire, TAG_EXIT, (uint64_t)WEXITSTATUS(report->status));
    else
        wire_number(wire, TAG_SIGNAL, (uint64_t)WTERMSIG(report->status));
    wire_number(wire, TAG_KILLED, report->killed);
    wire_number(wire, TAG_CPU_USED, report->used.cpu_ns);
    wire_number(wire, TAG_WALL_USED, report->wall_ns);
    wire_number(wire, TAG_WAITED, report->waited_ns);
    wire_number(wire, TAG_PEAK, report->used.memory_peak_bytes);
    wire_number(wire, TAG_OOM_KILLS, report->used.oom_kills);
    wire_number(wire, TAG_PROCESS_HITS, report->used.process_hits);
    wire_number(wire, TAG_OUTPUT_USED, report->output_bytes);
    wire_number(wire, TAG_OVER, report->output_over);
    wire_number(wire, TAG_LEFTOVERS, report->leftovers);
    wire_bytes(wire, TAG_STDERR, report->output.head, report->output.head_used);
    wire_number(wire, TAG_RUSAGE_CPU, report->rusage_cpu_ns);
}

void write_report(struct wire *wire, const struct report *report) {
    size_t frame = wire_begin(wire, REPORT);
    write_fields(wire, report);
    wire_end(wire, frame);
}

void write_pair(struct wire *wire, const struct pair_report *report) {
    static const enum tag whose[MOST_RUNS] = {TAG_CONTESTANT, TAG_JURY};
    size_t frame = wire_begin(wire, PAIRED);
    for (int i = 0; i < MOST_RUNS; i++) {
        size_t field = wire_nest(wire, (uint16_t)whose[i]);
        write_fields(wire, &report->reports[i]);
        wire_end(wire, field);
    }
    wire_number(wire, TAG_FIRST, (uint64_t)report->first);
    wire_bytes(wire, TAG_TRANSCRIPT, report->transcript.at, report->transcript.used);
    wire_number(wire, TAG_CUT, report->transcript.cut);
    wire_end(wire, frame);
}

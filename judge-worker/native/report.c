// The second of the two endings: what a run was like, in the words of runner.1.md.
#include "runner.h"

#include <sys/wait.h>

void write_report(struct wire *wire, const struct report *report) {
    size_t frame = wire_begin(wire, REPORT);
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
    wire_end(wire, frame);
}

// RUN: one program, its standard output going to the client.
#include "run.h"

const char *run_program(struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    const char *complaint = NULL;
    struct run run;
    struct session session = {.runs = {&run}, .count = 1, .wire = wire, .client = client};
    int in = open_stdin(request, box->uid, &complaint), out;
    if (in < 0)
        return complaint;
    prepare_run(&run, box, request);
    run.output.out = open_pipe(&out);
    start_run(&run, in, out);
    while (!run.ended)
        step(&session);
    drain_rest(&run.output, wire);
    return finish_run(&run, report);
}

// RUN: one program, its standard output going to the client.
#include "run.h"

// Closes its standard input.
const char *run_on(int in, struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    struct run run;
    struct session session = {.runs = {&run}, .count = 1, .wire = wire, .client = client};
    int out;
    prepare_run(&run, box, request);
    run.output.out = open_pipe(&out);
    start_run(&run, in, out);
    while (!run.ended)
        step(&session);
    drain_rest(&run.output, wire);
    return finish_run(&run, report);
}

const char *run_program(struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    const char *complaint = NULL;
    int in = open_stdin(request, box->uid, &complaint);
    return in < 0 ? complaint : run_on(in, box, request, wire, client, report);
}

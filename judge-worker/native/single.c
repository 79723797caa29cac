// RUN: one program, its standard output going to the client, or into a file of the box.
#include "run.h"

#include <unistd.h>

// Closes its standard input and output; without an output it is the client that gets it.
static const char *run_between(
    int in, int out, struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    struct run run;
    struct session session = {.runs = {&run}, .count = 1, .wire = wire, .client = client};
    prepare_run(&run, box, request);
    if (out < 0)
        run.output.out = take_pipe(STDOUT_FILENO, &out);
    start_run(&run, in, out);
    while (!run.ended)
        step(&session);
    drain_rest(&run.output, wire);
    return finish_run(&run, report);
}

// Closes its standard input.
const char *run_on(int in, struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    return run_between(in, -1, box, request, wire, client, report);
}

const char *run_program(struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    const char *complaint = NULL;
    int in = open_stdin(request, box, &complaint);
    int out = in >= 0 && request_has(request, TAG_NAME) ? make_output(box, request, &complaint) : -1;
    if (complaint) {
        close_files(&in, 1);
        return complaint;
    }
    return run_between(in, out, box, request, wire, client, report);
}

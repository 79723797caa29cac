// RUN: one program, what it writes going to the client, or into files of the box.
#include "run.h"

#include <unistd.h>

// While we make the report the client wakes up, which takes about as long on another core.
static void announce_end(const struct client *client) {
    size_t frame = wire_begin(client->answers, STDOUT);
    wire_bytes(client->answers, TAG_DATA, NULL, 0);
    wire_end(client->answers, frame);
    if (client->requests >= 0)
        wire_flush(client->answers, false);
}

// Closes the program's streams; what it does not write to there it writes to the client.
static const char *run_between(
    int *streams, struct box *box, const struct request *request, const struct client *client, struct report *report) {
    struct run run;
    struct session session = {.runs = {&run}, .count = 1, .client = client};
    prepare_run(&run, box, request);
    if (streams[STDOUT_FILENO] < 0)
        run.output.out = take_pipe(STDOUT_FILENO, &streams[STDOUT_FILENO]);
    start_run(&run, streams);
    while (!run.ended)
        step(&session);
    drain_rest(&run.output, client->answers);
    announce_end(client);
    return finish_run(&run, report);
}

// Closes its standard input.
const char *run_on(int in, struct box *box, const struct request *request, const struct client *client, struct report *report) {
    return run_between((int[STREAMS]){in, -1, -1}, box, request, client, report);
}

const char *run_program(struct box *box, const struct request *request, const struct client *client, struct report *report) {
    const char *complaint = NULL;
    int streams[STREAMS] = {open_stdin(request, box, &complaint), -1, -1};
    if (!complaint && request_has(request, TAG_NAME))
        streams[STDOUT_FILENO] = make_output(box, request->name, &complaint);
    if (!complaint && request_has(request, TAG_ERROR_NAME))
        streams[STDERR_FILENO] = make_output(box, request->error_name, &complaint);
    if (complaint) {
        close_files(streams, STREAMS);
        return complaint;
    }
    return run_between(streams, box, request, client, report);
}

// BATCH: one program on one input after the other. The client reads of one run while the next one is on.
#include "run.h"

#include <string.h>
#include <sys/wait.h>

static bool failed(const struct report *report) {
    bool well = WIFEXITED(report->status) && WEXITSTATUS(report->status) == 0;
    return !well || report->killed != KILLED_NOT || report->output_over;
}

static const char *run_on_file(
    const char *path, struct box *box, const struct request *request, const struct client *client, struct report *report) {
    const char *complaint = NULL;
    int in = open_file(path, box->uid, &complaint);
    return in < 0 ? complaint : run_on(in, box, request, client, report);
}

// Returns why a run could not be started, or NULL. Each one before it has its report.
const char *run_batch(struct box *box, const struct request *request, const struct client *client) {
    const char *path = request->inputs.at;
    for (uint32_t i = 0; i < request->inputs.count; i++, path += strlen(path) + 1) {
        struct report report;
        const char *complaint = run_on_file(path, box, request, client, &report);
        if (complaint)
            return complaint;
        write_report(client->answers, &report);
        if (client->requests >= 0)
            wire_flush(client->answers, true); // all of it: else a slow client would let its output grow without bound
        close_output(&report.output);
        if (report.killed == KILLED_CANCEL || (request->stop && failed(&report)))
            return NULL;
    }
    return NULL;
}

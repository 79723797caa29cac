// What a program writes to standard output and standard error: drained into memory up to the limit, then into nothing.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIPE_BYTES = 1 << 20, STDOUT_HEAD = 12 };

static int open_pipe(int *program_end) {
    int ends[2];
    must(pipe2(ends, O_CLOEXEC), "pipe");
    must(fcntl(ends[0], F_SETFL, O_NONBLOCK), "make a pipe non-blocking");
    *program_end = ends[1];
    return ends[0];
}

void open_output(struct output *output, const struct request *request, int *program_out, int *program_err) {
    *output = (struct output){.limit = request->output_bytes, .head_most = request->stderr_head_bytes};
    output->out = open_pipe(program_out);
    output->err = open_pipe(program_err);
    (void)fcntl(output->out, F_SETPIPE_SZ, PIPE_BYTES); // smaller is only slower
    output->head = output->head_most ? malloc(output->head_most) : NULL;
    if (output->head_most && !output->head)
        die("no memory for standard error");
}

// A pipe at its end is closed: poll() would report the end again and again, and S spin in front of the program.
static size_t read_pipe(int *pipe, unsigned char *room, size_t size) {
    if (*pipe < 0)
        return 0;
    ssize_t got = read(*pipe, room, size);
    if (got < 0 && errno != EAGAIN && errno != EINTR)
        must(-1, "read a program's output");
    if (got == 0)
        close_files(pipe, 1);
    return got > 0 ? (size_t)got : 0;
}

static size_t room_left(const struct output *output) {
    return output->written < output->limit ? output->limit - output->written : 0;
}

// One STDOUT frame of what the pipe holds, as far as the limit allows.
static size_t drain_out(struct output *output, struct wire *wire) {
    unsigned char *room = wire_reserve(wire, PIPE_BYTES + STDOUT_HEAD);
    size_t got = read_pipe(&output->out, room + STDOUT_HEAD, PIPE_BYTES);
    size_t kept = got < room_left(output) ? got : room_left(output);
    if (kept > 0) {
        size_t frame = wire_begin(wire, STDOUT);
        wire_bytes(wire, TAG_DATA, NULL, 0);
        uint32_t length = (uint32_t)kept;
        memcpy(wire->at + wire->end - sizeof length, &length, sizeof length);
        wire->end += kept;
        wire_end(wire, frame);
    }
    return got;
}

static size_t drain_err(struct output *output) {
    static unsigned char nowhere[1 << 16];
    size_t got = read_pipe(&output->err, nowhere, sizeof nowhere);
    size_t left = output->head_most - output->head_used;
    size_t kept = got < left ? got : left;
    if (kept > 0)
        memcpy(output->head + output->head_used, nowhere, kept);
    output->head_used += kept;
    return got;
}

// Takes what the pipes hold now. At most one pipe's content at a time, so that a flood cannot hold S here.
void drain_output(struct output *output, struct wire *wire) {
    output->written += drain_out(output, wire);
    output->written += drain_err(output);
}

void close_output(struct output *output) {
    close_files((int[]){output->out, output->err}, 2);
    free(output->head);
    output->head = NULL;
}

// What a program writes to standard output and standard error: drained into memory up to the limit, then into nothing.
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIPE_BYTES = 1 << 19, STDOUT_HEAD = 12 };

// Returns S's end. A program may open /dev/stdout or /dev/stderr, to write and not to read.
int open_pipe(int *program_end) {
    int ends[2];
    must(pipe2(ends, O_CLOEXEC), "pipe");
    must(fcntl(ends[0], F_SETFL, O_NONBLOCK), "make a pipe non-blocking");
    must(fchmod(ends[1], 0222), "let programs open a pipe by its path");
    *program_end = ends[1];
    return ends[0];
}

// That of standard output takes what a program can write until it is looked at.
static int open_pipe_of(int number, int *program_end) {
    int end = open_pipe(program_end);
    if (number == STDOUT_FILENO)
        (void)fcntl(end, F_SETPIPE_SZ, PIPE_BYTES); // smaller is only slower
    return end;
}

static struct { int end, program_end; } spares[] = {[STDOUT_FILENO] = {-1, -1}, [STDERR_FILENO] = {-1, -1}};

// Makes the next run's pipes, to be called when there is time.
void open_spare_pipes(void) {
    for (int number = STDOUT_FILENO; number <= STDERR_FILENO; number++)
        if (spares[number].end < 0)
            spares[number].end = open_pipe_of(number, &spares[number].program_end);
}

// As open_pipe, for a program's standard output or standard error.
int take_pipe(int number, int *program_end) {
    int end = spares[number].end;
    if (end < 0)
        return open_pipe_of(number, program_end);
    *program_end = spares[number].program_end;
    spares[number].end = -1;
    return end;
}

// Standard output, if it is read here, is open already; a program that has no standard error yet gets a pipe.
void open_output(struct output *output, const struct request *request, int *program_err) {
    output->limit = request->output_bytes;
    output->head_most = request->stderr_head_bytes;
    if (*program_err < 0)
        output->err = take_pipe(STDERR_FILENO, program_err);
    output->head = output->head_most ? malloc(output->head_most) : NULL;
    if (output->head_most && !output->head)
        die("no memory for standard error");
}

static size_t read_pipe(int pipe, unsigned char *room, size_t size) {
    ssize_t got = read(pipe, room, size);
    if (got < 0 && errno != EAGAIN && errno != EINTR)
        must(-1, "read a program's output");
    return got > 0 ? (size_t)got : 0;
}

// Notes that so many bytes were written, and returns how many of them are within the limit.
size_t count_output(struct output *output, size_t bytes) {
    uint64_t left = output->written < output->limit ? output->limit - output->written : 0;
    output->written += bytes;
    return bytes < left ? bytes : left;
}

// One STDOUT frame of what the pipe holds, as far as the limit allows.
static void drain_out(struct output *output, struct wire *wire) {
    if (output->out < 0)
        return;
    unsigned char *room = wire_reserve(wire, PIPE_BYTES + STDOUT_HEAD);
    size_t got = read_pipe(output->out, room + STDOUT_HEAD, PIPE_BYTES), kept = count_output(output, got);
    if (kept > 0) {
        size_t frame = wire_begin(wire, STDOUT), field = wire_nest(wire, TAG_DATA);
        wire->end += kept;
        wire_end(wire, field);
        wire_end(wire, frame);
    }
}

static void drain_err(struct output *output) {
    static unsigned char nowhere[1 << 16];
    if (output->err < 0)
        return;
    size_t got = read_pipe(output->err, nowhere, sizeof nowhere);
    size_t left = output->head_most - output->head_used;
    size_t kept = got < left ? got : left;
    if (kept > 0)
        memcpy(output->head + output->head_used, nowhere, kept);
    output->head_used += kept;
    (void)count_output(output, got);
}

// Takes what the pipes hold now. At most one pipe's content at a time, so that a flood cannot hold S here.
void drain_output(struct output *output, struct wire *wire) {
    drain_out(output, wire);
    drain_err(output);
}

// What is there once nobody writes any more.
void drain_rest(struct output *output, struct wire *wire) {
    uint64_t before;
    do {
        before = output->written;
        drain_output(output, wire);
    } while (output->written > before);
}

void close_output(struct output *output) {
    close_files(&output->out, 1);
    close_files(&output->err, 1);
    free(output->head);
    output->head = NULL;
}

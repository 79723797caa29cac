// S between a writer and a reader, so that neither can harm the other by leaving: S reads until the writer is gone, and what has no reader any
// more is dropped.
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// Returns the reader's end. The reader may open /dev/stdin, to read and not to write.
int open_relay(struct relay *relay, int *writer_end) {
    int ends[2];
    must(pipe2(ends, O_CLOEXEC), "pipe");
    must(fcntl(ends[1], F_SETFL, O_NONBLOCK), "make a pipe non-blocking");
    must(fchmod(ends[0], 0444), "let programs open a pipe by its path");
    relay->from = open_pipe(writer_end);
    relay->to = ends[1];
    relay->start = relay->end = 0;
    relay->release_ns = 0;
    return ends[0];
}

static bool is_empty(const struct relay *relay) {
    return relay->start == relay->end;
}

bool relay_reads(const struct relay *relay) {
    return relay->from >= 0 && is_empty(relay);
}

bool relay_writes(const struct relay *relay) {
    return !is_empty(relay);
}

// When the reader is to be told of the end, if only the clock stands in the way.
uint64_t relay_release(const struct relay *relay) {
    return relay->from < 0 && relay->to >= 0 && is_empty(relay) && !relay->hold ? relay->release_ns : NEVER;
}

static void hear(struct relay *relay) {
    ssize_t got = read(relay->from, relay->room, sizeof relay->room);
    if (got < 0 && errno != EAGAIN && errno != EINTR)
        must(-1, "read what a program says");
    if (got == 0) {
        close_files(&relay->from, 1);
        relay->release_ns = now_ns() + relay->grace_ns;
    }
    if (got <= 0)
        return;
    relay->start = 0;
    relay->end = count_output(relay->output, (size_t)got);
    record(relay->transcript, relay->speaker, (struct bytes){relay->room, relay->end});
}

static void say(struct relay *relay) {
    ssize_t said = relay->to < 0 ? -1 : write(relay->to, relay->room + relay->start, relay->end - relay->start);
    if (said >= 0) {
        relay->start += (size_t)said;
        return;
    }
    if (relay->to >= 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (relay->to >= 0 && errno != EPIPE)
        must(-1, "pass on what a program says");
    close_files(&relay->to, 1); // nobody reads any more
    relay->start = relay->end;
}

// Moves what can be moved now: at most one buffer, so that a flood cannot hold S here.
void pass_on(struct relay *relay) {
    if (relay_reads(relay))
        hear(relay);
    if (relay_writes(relay))
        say(relay);
    if (relay_release(relay) <= now_ns())
        close_files(&relay->to, 1);
}

void close_relay(struct relay *relay) {
    close_files(&relay->from, 1);
    close_files(&relay->to, 1);
}

// S between two moments of what it runs: it sleeps until a launcher, the client, a pipe or the clock wants it.
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CLIENT, ANSWERS, FIRST_RUN, FILES = 3, MOST_FILES = FIRST_RUN + MOST_RUNS * FILES };

// Of each run, in this order.
enum { LAUNCHER, RELAY_FROM, RELAY_TO };

static void watch_run(const struct run *run, struct pollfd *waits) {
    waits[LAUNCHER] = (struct pollfd){run->ended ? -1 : run->box->socket, POLLIN, 0};
}

static void watch_relay(const struct relay *relay, struct pollfd *waits) {
    waits[RELAY_FROM] = (struct pollfd){relay && relay_reads(relay) ? relay->from : -1, POLLIN, 0};
    waits[RELAY_TO] = (struct pollfd){relay && relay_writes(relay) ? relay->to : -1, POLLOUT, 0};
}

static uint64_t earliest(const struct session *session) {
    uint64_t earliest = NEVER;
    for (int i = 0; i < session->count; i++) {
        const struct run *run = session->runs[i];
        const uint64_t times[] = {run->next_cpu_ns, run->next_wall_ns, run->next_drain_ns, run->give_up_ns};
        for (size_t j = 0; !run->ended && j < sizeof times / sizeof *times; j++)
            earliest = times[j] < earliest ? times[j] : earliest;
        uint64_t release = session->relays ? relay_release(&session->relays[i]) : NEVER;
        earliest = release < earliest ? release : earliest;
    }
    return earliest;
}

static void sleep_until(struct pollfd *waits, nfds_t count, uint64_t next) {
    uint64_t now = now_ns();
    struct timespec wait = timespec_of(next > now ? next - now : 0);
    if (ppoll(waits, count, next == NEVER ? NULL : &wait, NULL) < 0 && errno != EINTR)
        must(-1, "poll");
}

// While something runs the client may only cancel it, or go away.
static void take_frame(const struct session *session) {
    struct bytes frame;
    uint16_t type;
    if (!read_frame(session->client->requests, &frame)) {
        end_slot();
        _exit(EXIT_SUCCESS);
    }
    memcpy(&type, frame.at, sizeof type);
    if (type != CANCEL || frame.length != sizeof type)
        die("a request of type %u during a run", type);
    for (int i = 0; i < session->count; i++)
        kill_run(session->runs[i], KILLED_CANCEL);
}

// Comes back soon to a program that writes, and less and less often to one that does not.
static void look_at_output(struct run *run, struct wire *wire) {
    uint64_t before = run->output.written, pause = 2 * run->drain_pause_ns;
    drain_output(&run->output, wire);
    if (run->output.written > before)
        pause = LEAST_DRAIN_PAUSE_NS;
    run->drain_pause_ns = pause < MOST_DRAIN_PAUSE_NS ? pause : MOST_DRAIN_PAUSE_NS;
    run->next_drain_ns = now_ns() + run->drain_pause_ns;
}

static void serve_run(struct run *run, const struct pollfd *waits, struct wire *wire) {
    if (waits[LAUNCHER].revents)
        take_event(run);
    if (!run->ended && now_ns() >= run->next_drain_ns)
        look_at_output(run, wire);
    if (!run->ended)
        take_time(run);
}

// Sleeps once, and does what there is to do then.
void step(struct session *session) {
    struct pollfd waits[MOST_FILES];
    const struct client *client = session->client;
    nfds_t count = (nfds_t)(FIRST_RUN + session->count * FILES);
    bool sending = client->requests >= 0 && client->answers->start < client->answers->end;
    waits[CLIENT] = (struct pollfd){client->requests, POLLIN, 0};
    waits[ANSWERS] = (struct pollfd){sending ? client->answers->socket : -1, POLLOUT, 0};
    for (int i = 0; i < session->count; i++) {
        watch_run(session->runs[i], &waits[FIRST_RUN + i * FILES]);
        watch_relay(session->relays ? &session->relays[i] : NULL, &waits[FIRST_RUN + i * FILES]);
    }
    sleep_until(waits, count, earliest(session));
    for (int i = 0; i < session->count; i++) {
        const struct pollfd *of_run = &waits[FIRST_RUN + i * FILES];
        serve_run(session->runs[i], of_run, client->answers);
        if (of_run[RELAY_FROM].revents | of_run[RELAY_TO].revents
            || (session->relays && relay_release(&session->relays[i]) != NEVER))
            pass_on(&session->relays[i]);
    }
    if (waits[CLIENT].revents & (POLLIN | POLLHUP | POLLERR))
        take_frame(session);
    if (client->requests >= 0)
        wire_flush(client->answers, false);
}

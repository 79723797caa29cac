// S's conversation with its one client: a request, an answer, until the client is gone.
#include "run.h"

#include <errno.h>
#include <libgen.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { CLIENT_WAIT_MS = 30000 };

static struct wire wire;
static struct client client = {-1, &wire};

static void answer(enum frame_type type, const char *message) {
    size_t frame = wire_begin(&wire, (uint16_t)type);
    if (message)
        wire_bytes(&wire, type == READY ? TAG_BACKEND : TAG_MESSAGE, message, strlen(message));
    wire_end(&wire, frame);
    wire_flush(&wire, true);
}

static void tell_fault(const char *message) {
    if (client.requests >= 0)
        answer(FAULT, message);
    end_slot();
}

static void answer_run(struct box *box, const struct request *request) {
    struct report report;
    const char *complaint = run_program(box, request, &client, &report);
    if (complaint) {
        answer(REFUSED, complaint);
        return;
    }
    write_report(&wire, &report);
    wire_flush(&wire, true);
    close_output(&report.output); // which takes a while
}

static void answer_batch(struct box *box, const struct request *request) {
    const char *complaint = run_batch(box, request, &client);
    answer(complaint ? REFUSED : DONE, complaint);
}

static void answer_put(const struct box *box, const struct request *request) {
    const char *complaint = put_file(box, request);
    answer(complaint ? REFUSED : DONE, complaint);
}

static void answer_fetch(const struct box *box, const struct request *request) {
    size_t frame = wire_begin(&wire, FILE_CONTENT);
    (void)fetch_file(box->work, request, &wire); // an answer without data says that there is no such file
    wire_end(&wire, frame);
    wire_flush(&wire, true);
}

static void answer_open(struct box *box, const struct request *request) {
    const char *path = request->mounts.at;
    for (uint32_t i = 0; i < request->mounts.count; i++, path += strlen(path) + 1)
        if (access(path, F_OK)) {
            answer(REFUSED, "a mount is not there");
            return;
        }
    open_box(box, request);
    answer(DONE, NULL);
}

// Takes the two programs out of the request. Returns a complaint, or NULL.
static const char *split_pair(const struct request *request, struct request *programs) {
    static char complaint[300];
    static const char *const whose[] = {"contestant", "jury"};
    const struct bytes parts[] = {request->contestant, request->jury};
    for (int i = 0; i < 2; i++) {
        char wrong[256];
        if (!parse_program(parts[i], &programs[i], wrong, sizeof wrong)) {
            text(complaint, sizeof complaint, "%s: %s", whose[i], wrong);
            return complaint;
        }
        if (!boxes[i].open)
            return "a box is not open";
        const char *wanting = want_of_cores(&programs[i]);
        if (wanting)
            return wanting;
    }
    return NULL;
}

static void answer_pair(const struct request *request) {
    static struct request programs[2];
    struct pair_report report;
    const char *complaint = split_pair(request, programs);
    if (!complaint)
        complaint = run_pair(programs, request, client.requests, &report);
    if (complaint) {
        answer(REFUSED, complaint);
        return;
    }
    write_pair(&wire, &report);
    close_pair(&report);
    wire_flush(&wire, true);
}

static void serve_request(const struct request *request) {
    struct box *box = &boxes[request->box];
    if (request->type == CANCEL)
        return; // it came too late
    if (request->type == PAIR) {
        answer_pair(request);
        return;
    }
    if (request->type != OPEN && !box->open) {
        answer(REFUSED, "the box is not open");
        return;
    }
    if (request->type == OPEN) {
        answer_open(box, request);
    } else if (request->type == PUT) {
        answer_put(box, request);
    } else if (request->type == FETCH) {
        answer_fetch(box, request);
    } else if (want_of_cores(request)) {
        answer(REFUSED, want_of_cores(request));
    } else if (request->type == BATCH) {
        answer_batch(box, request);
    } else {
        answer_run(box, request);
    }
}

// The socket appears under its name only when it can be connected to.
static int listen_at(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    text(address.sun_path, sizeof address.sun_path, "%s.new", path);
    int listener = (int)must(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    must(bind(listener, (struct sockaddr *)&address, sizeof address), "bind %s", path);
    must(listen(listener, 2), "listen at %s", path);
    must(rename(address.sun_path, path), "make %s", path);
    return listener;
}

static void check_peer(int peer) {
    struct ucred credentials;
    socklen_t size = sizeof credentials;
    must(getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &credentials, &size), "ask who the client is");
    if (credentials.uid != geteuid())
        die("the client is uid %u", credentials.uid);
}

static int accept_connection(int listener, const char *path) {
    struct pollfd wait = {.fd = listener, .events = POLLIN};
    if (poll(&wait, 1, CLIENT_WAIT_MS) != 1) {
        (void)unlink(path);
        die("no client came to %s", path);
    }
    int connection = (int)must(accept4(listener, NULL, NULL, SOCK_CLOEXEC), "accept");
    check_peer(connection);
    return connection;
}

// One connection for each direction: else who waits for an answer on the one that we read would be woken by that, as each read makes room to write
// (unix_write_space), and waking another core takes us 10 µs.
static void accept_client(const char *path) {
    int listener = listen_at(path);
    int requests = accept_connection(listener, path);
    wire.socket = accept_connection(listener, path);
    client.requests = requests;
    close(listener);
    must(unlink(path), "remove %s", path);
}

// A signal to the worker's process group must not take running programs from a worker that drains: the end of the connection is the end.
static void ignore_signals(void) {
    const int ignored[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
        signal(ignored[i], SIG_IGN);
}

// The next run is made ready while the client thinks.
static bool next_frame(struct bytes *frame) {
    open_spare_pipes();
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++)
        if (boxes[i].open && cgroups->prepare)
            cgroups->prepare(&boxes[i].leaf);
    return read_frame(client.requests, frame);
}

void serve(const struct slot_spec *spec, const char *socket_path) {
    static struct request request;
    struct bytes frame;
    char complaint[256];
    on_fault(tell_fault);
    ignore_signals();
    accept_client(socket_path);
    start_slot(spec);
    answer(READY, cgroups->name);
    while (next_frame(&frame)) {
        if (parse_request(frame, &request, complaint, sizeof complaint))
            serve_request(&request);
        else
            answer(REFUSED, complaint);
    }
    end_slot();
    exit(EXIT_SUCCESS);
}

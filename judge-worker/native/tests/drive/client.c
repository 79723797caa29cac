// The client's side of the protocol, as far as a test needs it.
#include "drive.h"

#include "../privileges/needed.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_START_MS = 60000, PAUSE_US = 1000, FIELD_HEAD = 6 };

static struct wire wire;

static _Noreturn void run_runner(const struct client *client, const char *runner, const char *backend, const char *socket) {
    char slot[16];
    text(slot, sizeof slot, "%u", client->slot);
    const char *argv[] = {
        runner, "--socket", socket, "--name", client->worker, "--slot", slot, backend ? "--backend" : NULL, backend, NULL};
    keep_needed_but(ALL_NEEDED);
    execv(runner, (char *const *)argv);
    die("start %s: %s", runner, strerror(errno));
}

static bool connects(int *connection, const struct sockaddr_un *address) {
    *connection = (int)must(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    if (!connect(*connection, (const struct sockaddr *)address, sizeof *address))
        return true;
    close(*connection);
    return false;
}

static void await_ready(struct client *client) {
    struct bytes frame;
    if (!read_frame(client->answers, &frame))
        die("the runner ended while starting");
    size_t length = frame.length - sizeof(uint16_t) - FIELD_HEAD;
    text(client->backend, sizeof client->backend, "%.*s", (int)length, (const char *)frame.at + sizeof(uint16_t) + FIELD_HEAD);
}

void start_runner(struct client *client, const char *runner, const char *backend, unsigned slot) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    *client = (struct client){.slot = slot, .directory = "/tmp/haetae-drive-XXXXXX"};
    text(client->worker, sizeof client->worker, "drive-%d", getpid());
    if (!mkdtemp(client->directory))
        must(-1, "make %s", client->directory);
    text(address.sun_path, sizeof address.sun_path, "%s/socket", client->directory);
    client->runner = (pid_t)must(fork(), "fork");
    if (client->runner == 0)
        run_runner(client, runner, backend, address.sun_path);
    for (int waited_ms = 0; !connects(&client->requests, &address); waited_ms++) {
        if (waited_ms == MOST_START_MS || waitpid(client->runner, NULL, WNOHANG) != 0)
            die("no runner came to %s", address.sun_path);
        pause_us(PAUSE_US);
    }
    if (!connects(&client->answers, &address))
        must(-1, "connect to %s again", address.sun_path);
    await_ready(client);
}

// Whether the runner ended as it should when its client goes.
bool end_runner(struct client *client) {
    int status;
    close(client->requests);
    close(client->answers);
    must(waitpid(client->runner, &status, 0), "wait for the runner");
    must(rmdir(client->directory), "remove %s", client->directory);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void add_text(enum tag tag, const char *value) {
    wire_bytes(&wire, (uint16_t)tag, value, strlen(value));
}

static size_t begin(enum frame_type type) {
    size_t frame = wire_begin(&wire, (uint16_t)type);
    wire_number(&wire, TAG_BOX, 0);
    return frame;
}

static void send_frame(const struct client *client, size_t frame) {
    wire_end(&wire, frame);
    wire.socket = client->requests;
    wire_flush(&wire, true);
}

static void must_be_done(struct client *client) {
    struct answer answer;
    await_answer(client, &answer);
    if (answer.type != DONE)
        die("the runner says %s", answer.message);
}

void ask_open(struct client *client) {
    enum { DISK_MIB = 64, INODES = 1000 };
    size_t frame = begin(OPEN);
    wire_number(&wire, TAG_DISK, (uint64_t)DISK_MIB << 20);
    wire_number(&wire, TAG_INODES, INODES);
    send_frame(client, frame);
    must_be_done(client);
}

void ask_put(struct client *client, const char *name, const char *path) {
    size_t frame = begin(PUT);
    add_text(TAG_NAME, name);
    add_text(TAG_PATH, path);
    wire_number(&wire, TAG_EXECUTABLE, 1);
    send_frame(client, frame);
    must_be_done(client);
}

// The answer is for await_answer, so that two slots can run at the same time.
void ask_run(struct client *client, const struct run *run) {
    enum { PROCESSES = 32, NS_PER_MS = 1000000 };
    static const char *const environment[] = {"PATH=/usr/bin:/bin", "HOME=/work", "TMPDIR=/tmp"};
    size_t frame = begin(RUN);
    for (size_t i = 0; i < sizeof run->arguments / sizeof *run->arguments && run->arguments[i]; i++)
        add_text(TAG_ARGUMENT, run->arguments[i]);
    for (size_t i = 0; i < sizeof environment / sizeof *environment; i++)
        add_text(TAG_ENVIRONMENT, environment[i]);
    if (run->input_path)
        add_text(TAG_PATH, run->input_path);
    else if (*run->input)
        add_text(TAG_DATA, run->input);
    wire_number(&wire, TAG_CPU, run->cpu_ms * NS_PER_MS);
    wire_number(&wire, TAG_WALL, run->wall_ms * NS_PER_MS);
    wire_number(&wire, TAG_MEMORY, run->memory_mib << 20);
    wire_number(&wire, TAG_OUTPUT, run->output_mib << 20);
    wire_number(&wire, TAG_PROCESSES, PROCESSES);
    send_frame(client, frame);
}

static void keep(char *room, size_t size, struct bytes more) {
    size_t used = strlen(room), left = size - 1 - used, kept = more.length < left ? more.length : left;
    memcpy(room + used, more.at, kept);
    room[used + kept] = 0;
}

static void take_field(struct answer *answer, uint16_t tag, struct bytes value) {
    if (tag == TAG_DATA)
        keep(answer->stdout_head, sizeof answer->stdout_head, value);
    if (tag == TAG_MESSAGE)
        keep(answer->message, sizeof answer->message, value);
    if (tag < TAG_EXIT || tag > TAG_LEFTOVERS || value.length != sizeof(uint64_t))
        return;
    answer->has[tag - TAG_EXIT] = true;
    memcpy(&answer->number[tag - TAG_EXIT], value.at, sizeof(uint64_t));
}

static void take_fields(struct answer *answer, struct bytes fields) {
    while (fields.length >= FIELD_HEAD) {
        uint16_t tag;
        uint32_t length;
        memcpy(&tag, fields.at, sizeof tag);
        memcpy(&length, fields.at + sizeof tag, sizeof length);
        take_field(answer, tag, (struct bytes){fields.at + FIELD_HEAD, length});
        fields.at += FIELD_HEAD + length;
        fields.length -= FIELD_HEAD + length;
    }
}

// Reads up to the frame that ends an answer; a runner that is gone is a FAULT without one.
void await_answer(struct client *client, struct answer *answer) {
    *answer = (struct answer){.type = STDOUT};
    while (answer->type == STDOUT) {
        struct bytes frame;
        if (!read_frame(client->answers, &frame)) {
            answer->type = FAULT;
            text(answer->message, sizeof answer->message, "the runner is gone");
            return;
        }
        uint16_t type;
        memcpy(&type, frame.at, sizeof type);
        answer->type = type;
        take_fields(answer, (struct bytes){frame.at + sizeof type, frame.length - sizeof type});
    }
}

// 0 when it is absent.
uint64_t number_of(const struct answer *answer, enum tag tag) {
    return answer->number[tag - TAG_EXIT];
}

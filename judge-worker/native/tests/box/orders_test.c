// Orders to L at the edges of a run: before the program is born, and after it has ended by itself.
#include "box.h"

#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EARLY = 100, LATE = 100 };

static int ends[2]; // ours, and the slot's

// ---- parts

static int wait_for_ever(void) {
    return pause();
}

static int end_at_once(void) {
    return 0;
}

// ---- tests

static void send_cancel(void) {
    static const struct {
        uint32_t length;
        uint16_t type;
    } __attribute__((packed)) frame = {sizeof frame.type, CANCEL};
    must(write(ends[0], &frame, sizeof frame), "write CANCEL");
}

// Of a run that its client may cancel.
static struct report run_for_client(const struct request *request) {
    struct wire wire = {.socket = ends[1]};
    const struct client client = {ends[1], &wire};
    struct report report;
    CHECK(!run_program(&boxes[0], request, &client, &report));
    close_output(&report.output);
    free(wire.at);
    return report;
}

static void reach_a_program_that_is_not_born_yet(void) {
    static struct request request;
    ask_for(&request, "wait-for-ever");
    for (int i = 0; i < EARLY; i++) {
        send_cancel();
        CHECK(run_for_client(&request).killed == KILLED_CANCEL);
    }
}

// As when S has ordered the end of a program that was just ending by itself.
static void miss_the_run_that_follows(void) {
    static struct request request;
    ask_for(&request, "end-at-once");
    for (int i = 0; i < LATE; i++) {
        const union sigval ended = {.sival_int = boxes[0].runs};
        must(sigqueue(boxes[0].launcher, i % 2 ? ORDER_KILL : ORDER_DELAY, ended), "signal the launcher");
        struct report next = run_for_client(&request);
        CHECK(next.killed == KILLED_NOT && next.status == 0);
    }
}

static void orders(void) {
    must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), "socketpair");
    reach_a_program_that_is_not_born_yet();
    miss_the_run_that_follows();
}

int main(int argc, char **argv) {
    static const struct part parts[] = {{"wait-for-ever", wait_for_ever}, {"end-at-once", end_at_once}, {0}};
    return in_slot(argc, argv, parts, orders);
}

// One run: the program is with L, the clock and the counters are here.
#include "runner.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    DRAIN_PAUSE_NS = 1000000, // a program that writes byte by byte is not interrupted for every one
    LEAST_WAIT_NS = 50000,
};

#define NEVER UINT64_MAX
#define MOST_DYING_NS 10000000000ULL // a killed run that is not over by then is our fault

struct run {
    struct box *box;
    const struct request *request;
    struct wire *wire;
    int client;
    struct report *report;
    uint64_t launcher_cpu_ns; // L's own when the run began
    uint64_t start_ns, next_cpu_ns, next_wall_ns, next_drain_ns, give_up_ns;
    bool ended, lost; // lost: L is gone
    struct event event;
};

static uint64_t earliest(const struct run *run) {
    uint64_t next = run->next_cpu_ns < run->next_wall_ns ? run->next_cpu_ns : run->next_wall_ns;
    next = next < run->next_drain_ns ? next : run->next_drain_ns;
    return next < run->give_up_ns ? next : run->give_up_ns;
}

static void order(const struct run *run, enum order what) {
    char letter = (char)what;
    send_message(run->box->socket, &letter, 1, NULL, 0);
}

// An OOM kill that happened before is the cause, whatever we were about to say.
static void kill_for(struct run *run, enum killed cause) {
    if (run->report->killed != KILLED_NOT)
        return;
    bool memory = cgroups->oom_kills(&run->box->leaf) > 0;
    run->report->killed = memory ? KILLED_MEMORY : cause;
    run->next_cpu_ns = run->next_wall_ns = NEVER;
    run->give_up_ns = now_ns() + MOST_DYING_NS;
    order(run, ORDER_KILL);
}

// On v1 L lives in the leaf, and its work is not the program's.
static uint64_t program_cpu_ns(const struct run *run, uint64_t leaf_ns) {
    if (run->box->leaf.directory >= 0)
        return leaf_ns;
    uint64_t now = launcher_cpu_ns(run->box), own = now > run->launcher_cpu_ns ? now - run->launcher_cpu_ns : 0;
    return leaf_ns > own ? leaf_ns - own : 0;
}

static uint64_t cpu_ns(const struct run *run) {
    return program_cpu_ns(run, cgroups->cpu_ns(&run->box->leaf));
}

// All programs of a slot share one core, so that the limit cannot be used up before limit - used has passed.
static void check_cpu(struct run *run, uint64_t now) {
    uint64_t used = cpu_ns(run), limit = run->request->cpu_ns;
    if (used >= limit) {
        kill_for(run, KILLED_CPU);
        return;
    }
    uint64_t left = limit - used;
    run->next_cpu_ns = now + (left > LEAST_WAIT_NS ? left : LEAST_WAIT_NS);
}

// A thread that waited for the core while another of the program's had it does not count as waiting.
static uint64_t waited_ns(uint64_t delay, uint64_t elapsed, uint64_t cpu) {
    uint64_t idle = elapsed > cpu ? elapsed - cpu : 0;
    return delay < idle ? delay : idle;
}

static void check_wall(struct run *run, uint64_t delay) {
    uint64_t now = now_ns(), elapsed = now - run->start_ns, limit = run->request->wall_ns;
    uint64_t counted = elapsed - waited_ns(delay, elapsed, cpu_ns(run));
    if (run->report->killed != KILLED_NOT)
        return;
    if (counted >= limit) {
        kill_for(run, KILLED_WALL);
        return;
    }
    uint64_t left = limit - counted;
    run->next_wall_ns = now + (left > LEAST_WAIT_NS ? left : LEAST_WAIT_NS);
}

static void take_event(struct run *run) {
    struct event event;
    int count;
    if (receive_message(run->box->socket, &event, sizeof event, NULL, 0, &count) != sizeof event) {
        run->lost = run->ended = true;
        return;
    }
    if (event.kind == EVENT_FAULT)
        die("the launcher of the %s box failed: %s", run->box->name, event.message);
    if (event.kind == EVENT_DELAY) {
        check_wall(run, event.delay_ns);
        return;
    }
    run->event = event;
    run->ended = true;
}

// During a run the client may only cancel it, or go away.
static void take_frame(struct run *run) {
    struct bytes frame;
    uint16_t type;
    if (!read_frame(run->client, &frame)) {
        end_slot();
        _exit(EXIT_SUCCESS);
    }
    memcpy(&type, frame.at, sizeof type);
    if (type != CANCEL || frame.length != sizeof type)
        die("a request of type %u during a run", type);
    kill_for(run, KILLED_CANCEL);
}

static void take_time(struct run *run) {
    uint64_t now = now_ns();
    if (now >= run->give_up_ns)
        die("the launcher of the %s box does not answer", run->box->name);
    if (now >= run->next_cpu_ns)
        check_cpu(run, now);
    if (now >= run->next_wall_ns) {
        run->next_wall_ns = NEVER; // until the answer is there
        order(run, ORDER_DELAY);
    }
    if (now >= run->next_drain_ns)
        run->next_drain_ns = NEVER; // the pipes are looked at from now on
}

static void step(struct run *run) {
    struct output *output = &run->report->output;
    bool draining = run->next_drain_ns == NEVER;
    bool sending = run->wire->start < run->wire->end;
    struct pollfd waits[] = {
        {.fd = run->box->socket, .events = POLLIN},
        {.fd = run->client, .events = (short)(POLLIN | (sending ? POLLOUT : 0))},
        {.fd = draining ? output->out : -1, .events = POLLIN},
        {.fd = draining ? output->err : -1, .events = POLLIN},
    };
    uint64_t now = now_ns(), next = earliest(run);
    struct timespec wait = timespec_of(next > now ? next - now : 0);
    if (ppoll(waits, sizeof waits / sizeof *waits, next == NEVER ? NULL : &wait, NULL) < 0 && errno != EINTR)
        must(-1, "poll");
    if (waits[0].revents)
        take_event(run);
    if (waits[1].revents & (POLLIN | POLLHUP | POLLERR))
        take_frame(run);
    if (waits[2].revents | waits[3].revents) {
        drain_output(output, run->wire);
        run->next_drain_ns = now_ns() + DRAIN_PAUSE_NS;
    }
    if (run->client >= 0)
        wire_flush(run->wire, run->client, false);
    take_time(run);
}

// ---- before and after

static void begin_leaf(struct box *box, const struct request *request) {
    const struct limits limits = {request->memory_bytes, request->processes};
    if (cgroups->begin(&box->leaf, &limits))
        return;
    reopen_box(box);
    if (!cgroups->begin(&box->leaf, &limits))
        die("the memory of the %s box does not come free", box->name);
}

static void send_launch(const struct run *run, const int *descriptors) {
    static struct launch launch;
    const struct request *request = run->request;
    launch.stack_bytes = request->stack_bytes;
    launch.file_bytes = request->output_bytes > run->box->disk_bytes ? request->output_bytes : run->box->disk_bytes;
    launch.open_files = request->open_files;
    launch.cpu_seconds = run->box->leaf.cpu < 0 ? request->cpu_ns / 1000000000 + 1 : 0;
    launch.uid = run->box->uid;
    launch.argument_count = request->arguments.count;
    launch.environment_count = request->environment.count;
    memcpy(launch.strings, request->arguments.at, request->arguments.used);
    memcpy(launch.strings + request->arguments.used, request->environment.at, request->environment.used);
    size_t size = offsetof(struct launch, strings) + request->arguments.used + request->environment.used;
    int count = run->box->leaf.directory >= 0 ? 4 : 3;
    send_message(run->box->socket, &launch, size, descriptors, count);
}

static void drain_rest(struct output *output, struct wire *wire) {
    uint64_t before;
    do {
        before = output->written;
        drain_output(output, wire);
    } while (output->written > before);
}

static struct usage usage_of(struct run *run) {
    if (run->box->leaf.cpu >= 0) {
        struct usage used = cgroups->used(&run->box->leaf);
        used.cpu_ns = program_cpu_ns(run, used.cpu_ns);
        return used;
    }
    return (struct usage){.cpu_ns = run->event.cpu_ns, .memory_peak_bytes = run->event.max_rss_bytes};
}

static enum killed final_cause(const struct run *run, const struct usage *used) {
    if (run->report->killed != KILLED_NOT)
        return run->report->killed;
    if (used->oom_kills > 0)
        return KILLED_MEMORY;
    return used->cpu_ns >= run->request->cpu_ns ? KILLED_CPU : KILLED_NOT;
}

// The OOM killer may take L, when nothing else in the leaf is worth it.
static void survive_loss(struct run *run) {
    if (cgroups->oom_kills(&run->box->leaf) == 0)
        die("the launcher of the %s box is gone", run->box->name);
    run->event = (struct event){.status = SIGKILL, .start_ns = run->start_ns, .end_ns = now_ns(), .leftovers = true};
}

// /tmp is empty when a run begins, and a read-only /work stays as it is.
static uint64_t work_bytes(const struct box *box) {
    return box->writable ? look_at_disk(box->work).used_bytes : 0;
}

static void write_down(struct run *run, uint64_t work_before, struct disk tmp) {
    struct report *report = run->report;
    const struct event *event = &run->event;
    uint64_t work = work_bytes(run->box);
    report->used = usage_of(run);
    report->killed = final_cause(run, &report->used);
    report->status = event->status;
    report->leftovers = event->leftovers;
    report->wall_ns = event->end_ns - event->start_ns;
    report->waited_ns = waited_ns(event->delay_ns, report->wall_ns, report->used.cpu_ns);
    report->output_bytes = report->output.written + tmp.used_bytes + (work > work_before ? work - work_before : 0);
    report->output_over = report->output_bytes > run->request->output_bytes;
}

static void clean_up(struct run *run, struct disk tmp) {
    struct box *box = run->box;
    if (!tmp.clean)
        empty_directory(box->tmp);
    if (run->lost)
        reopen_box(box);
    if (box->writable)
        cgroups->settle(&box->leaf); // what the run left in /work is charged here
}

static const char *start(struct run *run) {
    const char *complaint = NULL;
    int descriptors[4] = {-1, -1, -1, run->box->leaf.directory};
    descriptors[0] = open_stdin(run->request, run->box->uid, &complaint);
    if (descriptors[0] < 0)
        return complaint;
    open_output(&run->report->output, run->request, &descriptors[1], &descriptors[2]);
    run->launcher_cpu_ns = launcher_cpu_ns(run->box);
    (void)raise_priority(run->box->launcher);
    uint64_t now = run->start_ns = now_ns();
    send_launch(run, descriptors);
    close_files(descriptors, 3);
    run->next_cpu_ns = now + run->request->cpu_ns;
    run->next_wall_ns = now + run->request->wall_ns;
    run->next_drain_ns = now + DRAIN_PAUSE_NS;
    run->give_up_ns = NEVER;
    return NULL;
}

// Runs one program to its end, its standard output going to the wire. Returns why it could not start, or NULL and a report, whose output the
// caller closes.
const char *run_program(struct box *box, const struct request *request, struct wire *wire, int client, struct report *report) {
    static char complaint[256];
    *report = (struct report){0};
    struct run run = {.box = box, .request = request, .wire = wire, .client = client, .report = report};
    begin_leaf(box, request);
    uint64_t work_before = work_bytes(box);
    const char *wrong = start(&run);
    if (wrong)
        return wrong;
    while (!run.ended)
        step(&run);
    drain_rest(&report->output, wire);
    if (run.lost)
        survive_loss(&run);
    struct disk tmp = look_at_disk(box->tmp);
    write_down(&run, work_before, tmp);
    clean_up(&run, tmp);
    if (run.event.launch_error) {
        snprintf(complaint, sizeof complaint, "cannot start %.150s: %s", request->arguments.at, strerror(run.event.launch_error));
        close_output(&report->output);
        return complaint;
    }
    return NULL;
}

// One program, from its start to its report: it is with L, the clock and the counters are here.
#include "run.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void begin_leaf(struct box *box, const struct request *request) {
    const struct limits limits = {request->memory_bytes, request->processes};
    if (cgroups->begin(&box->leaf, &limits))
        return;
    reopen_box(box);
    if (!cgroups->begin(&box->leaf, &limits))
        die("the memory of the %s box does not come free", box->name);
}

// Else /work is as it was before the run.
static bool writes_work(const struct run *run) {
    return run->box->writable || request_has(run->request, TAG_NAME) || request_has(run->request, TAG_ERROR_NAME);
}

static uint64_t work_bytes(const struct run *run) {
    return writes_work(run) ? used_bytes(run->box->work) : 0;
}

// Makes the box ready. What may take time is done here, before any program runs.
void prepare_run(struct run *run, struct box *box, const struct request *request) {
    *run = (struct run){.box = box, .request = request, .output = {.out = -1, .err = -1}};
    begin_leaf(box, request);
    run->work_bytes = work_bytes(run);
}

static void send_launch(const struct run *run, const int *descriptors) {
    static struct launch launch;
    const struct request *request = run->request;
    launch.cores = request->cores;
    launch.stack_bytes = request->stack_bytes;
    launch.file_bytes = request->output_bytes > run->box->disk_bytes ? request->output_bytes : run->box->disk_bytes;
    launch.open_files = request->open_files;
    launch.cpu_seconds = run->box->leaf.cpu < 0 ? request->cpu_ns / 1000000000 + 1 : 0;
    launch.number = ++run->box->runs;
    launch.argument_count = request->arguments.count;
    launch.environment_count = request->environment.count;
    memcpy(launch.strings, request->arguments.at, request->arguments.used);
    memcpy(launch.strings + request->arguments.used, request->environment.at, request->environment.used);
    size_t size = offsetof(struct launch, strings) + request->arguments.used + request->environment.used;
    int count = run->box->leaf.directory >= 0 ? 4 : 3;
    send_message(run->box->socket, &launch, size, descriptors, count);
}

// Starts the program on its standard streams, which are closed here. Without a standard error it gets a pipe.
void start_run(struct run *run, int *streams) {
    open_output(&run->output, run->request, &streams[STDERR_FILENO]);
    const int descriptors[] = {streams[STDIN_FILENO], streams[STDOUT_FILENO], streams[STDERR_FILENO], run->box->leaf.directory};
    run->launcher_cpu_ns = launcher_cpu_ns(run->box);
    run->box->raised = run->box->raised || raise_priority(run->box->launcher);
    run->start_ns = now_ns();
    send_launch(run, descriptors);
    close_files(streams, STREAMS);
    begin_guards(run);
    run->drain_pause_ns = MOST_DRAIN_PAUSE_NS;
    run->next_drain_ns = run->start_ns + run->drain_pause_ns;
}

// The OOM killer may take L, when nothing else in the leaf is worth it.
static void survive_loss(struct run *run) {
    if (cgroups->oom_kills(&run->box->leaf) == 0)
        die("the launcher of the %s box is gone", run->box->name);
    run->event = (struct event){.status = SIGKILL, .start_ns = run->start_ns, .end_ns = now_ns(), .leftovers = true};
    run->lost = run->ended = true;
}

void take_event(struct run *run) {
    struct event event;
    int count;
    if (receive_message(run->box->socket, &event, sizeof event, NULL, 0, &count) != sizeof event) {
        survive_loss(run);
        return;
    }
    if (event.kind == EVENT_FAULT)
        die("the launcher of the %s box failed: %s", run->box->name, event.message);
    if (event.kind == EVENT_DELAY) {
        take_delay(run, event.delay_ns);
        return;
    }
    run->event = event;
    run->ended = true;
    run->box->raised &= event.alone;
    run->box->leaf.crowded = !event.alone;
}

// What lingers of earlier runs goes sooner or later, so that the peak has all of it, some or none: as much as leaves room for the run's largest
// process.
static uint64_t own_peak(uint64_t peak, uint64_t lingering, uint64_t resident) {
    uint64_t least = peak > lingering ? peak - lingering : 0;
    if (resident < least)
        return least;
    return resident < peak ? resident : peak;
}

static struct usage usage_of(struct run *run) {
    if (run->box->leaf.cpu >= 0) {
        struct usage used = cgroups->used(&run->box->leaf);
        used.cpu_ns = cpu_since_start(run, used.cpu_ns);
        used.memory_peak_bytes = own_peak(used.memory_peak_bytes, run->box->leaf.residue_bytes, run->event.max_rss_bytes);
        return used;
    }
    return (struct usage){.cpu_ns = run->event.cpu_ns, .memory_peak_bytes = run->event.max_rss_bytes};
}

static enum killed final_cause(const struct run *run, const struct usage *used) {
    if (run->killed != KILLED_NOT)
        return run->killed;
    if (used->oom_kills > 0)
        return KILLED_MEMORY;
    return used->cpu_ns >= run->request->cpu_ns ? KILLED_CPU : KILLED_NOT;
}

static void write_down(struct run *run, uint64_t tmp_bytes, struct report *report) {
    const struct event *event = &run->event;
    uint64_t work = work_bytes(run), written = run->output.written + tmp_bytes;
    report->used = usage_of(run);
    report->rusage_cpu_ns = event->cpu_ns;
    report->killed = final_cause(run, &report->used);
    report->status = event->status;
    report->leftovers = event->leftovers;
    report->wall_ns = event->end_ns - event->start_ns;
    report->waited_ns = waited_ns(event->delay_ns, report->wall_ns, report->used.cpu_ns);
    report->output_bytes = written + (work > run->work_bytes ? work - run->work_bytes : 0);
    report->output_over = report->output_bytes > run->request->output_bytes;
    report->output = run->output;
}

static void clean_up(struct run *run, bool used_tmp) {
    struct box *box = run->box;
    if (run->lost)
        reopen_box(box);
    else if (used_tmp)
        renew_tmp(box);
    if (writes_work(run))
        cgroups->settle(&box->leaf); // what the run left in /work is charged here
}

// Once it has ended and its pipes are drained. Returns why it could not start, or NULL and a report, whose output the caller closes.
const char *finish_run(struct run *run, struct report *report) {
    static char complaint[256];
    bool used_tmp = has_times(run->box->tmp);
    *report = (struct report){0};
    write_down(run, used_tmp ? used_bytes(run->box->tmp) : 0, report);
    clean_up(run, used_tmp);
    if (!run->event.launch_error)
        return NULL;
    snprintf(
        complaint, sizeof complaint, "cannot start %.150s: %s", run->request->arguments.at, strerror(run->event.launch_error));
    close_output(&report->output);
    return complaint;
}

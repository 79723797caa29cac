#include "box.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEST_SLOT = 498, DISK_BYTES = 64 << 20, INODES = 1000, PROCESSES = 64 };

#define AMPLE_NS 20000000000ULL

static void open_with_program(struct box *box) {
    static struct request request;
    request.type = OPEN;
    request.disk_bytes = DISK_BYTES;
    request.inodes = INODES;
    open_box(box, &request);
    request.type = PUT;
    request.executable = 1;
    text(request.name, sizeof request.name, "test");
    text(request.path, sizeof request.path, "/proc/self/exe");
    request.seen = ~request.seen; // path is there
    const char *complaint = put_file(box, &request);
    if (complaint)
        die("%s", complaint);
    request.seen = 0;
}

void add_to(struct strings *strings, const char *string) {
    size_t length = strlen(string) + 1;
    memcpy(strings->at + strings->used, string, length);
    strings->used += length;
    strings->count++;
}

void ask_for(struct request *request, const char *part) {
    memset(request, 0, sizeof *request);
    request->type = RUN;
    request->cpu_ns = request->wall_ns = AMPLE_NS;
    request->memory_bytes = 512 << 20;
    request->output_bytes = 1 << 20;
    request->processes = PROCESSES;
    request->cores = 1;
    request->open_files = 64;
    request->stderr_head_bytes = 512;
    add_to(&request->arguments, "/work/test");
    add_to(&request->arguments, part);
}

struct report run(const struct request *request) {
    struct wire wire = {0};
    const struct client nobody = {-1, &wire};
    struct report report;
    const char *complaint = run_program(&boxes[0], request, &nobody, &report);
    if (complaint)
        die("%s", complaint);
    close_output(&report.output);
    free(wire.at);
    return report;
}

static void end_test(const char *message) {
    (void)message;
    end_slot();
}

// Two where there are two.
static unsigned cores_of_the_slot(void) {
    cpu_set_t allowed;
    must(sched_getaffinity(0, sizeof allowed, &allowed), "sched_getaffinity");
    return CPU_COUNT(&allowed) > 1 ? 2 : 1;
}

static _Noreturn void test_in(const char *directory, void (*test)(void)) {
    char name[64];
    text(name, sizeof name, "box-test-%d", getpid());
    on_fault(end_test);
    start_slot(&(struct slot_spec){
        .name = name, .group = "haetae", .directory = directory, .slot = TEST_SLOT, .core = -1, .cores = cores_of_the_slot()});
    for (int i = 0; i < 2; i++)
        open_with_program(&boxes[i]);
    atexit(end_slot);
    test();
    exit(EXIT_SUCCESS);
}

static int play(const struct part *parts, const char *name) {
    for (; parts->name; parts++)
        if (!strcmp(parts->name, name))
            return parts->play();
    die("there is no part %s", name);
}

// The slot lives in a child, so that its directory can be removed from the host's view afterwards.
int in_slot(int argc, char **argv, const struct part *parts, void (*test)(void)) {
    char directory[] = "/tmp/haetae-box-test-XXXXXX";
    int status;
    if (argc > 1)
        _exit(play(parts, argv[1])); // past the leak sanitizer, which cannot do its work in a box
    CHECK(mkdtemp(directory));
    pid_t child = (pid_t)must(fork(), "fork");
    if (child == 0)
        test_in(directory, test);
    must(waitpid(child, &status, 0), "wait for the test");
    must(rmdir(directory), "remove %s", directory);
    return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAULT;
}

uint64_t slow(void) {
    const char *factor = getenv("HAETAE_SLOW");
    return factor ? strtoull(factor, NULL, 10) : 1;
}

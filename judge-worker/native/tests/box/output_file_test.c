// Standard output and standard error into files of the box.
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MIB = 1 << 20, PAGE = 4096, FLOOD_MIB = 4, LARGE_MIB = 32 };

static struct request request;

// ---- parts

static int say(void) {
    return write(STDOUT_FILENO, "said", 4) != 4;
}

static int complain(void) {
    return write(STDOUT_FILENO, "said", 4) != 4 || write(STDERR_FILENO, "complained", 10) != 10;
}

static int say_by_path(void) {
    int out = open("/dev/stdout", O_WRONLY | O_APPEND);
    return write(STDOUT_FILENO, "said", 4) != 4 || write(out, " twice", 6) != 6;
}

// Its exit code is the errno of the write that fails, if one does.
static int write_mib(int count) {
    static char room[MIB];
    memset(room, 'x', sizeof room);
    for (int i = 0; i < count; i++)
        if (write(STDOUT_FILENO, room, sizeof room) != (ssize_t)sizeof room && write(STDOUT_FILENO, room, 1) != 1)
            return errno;
    return 0;
}

static int flood(void) {
    return write_mib(FLOOD_MIB);
}

static int write_much(void) {
    return write_mib(LARGE_MIB);
}

static int fill_the_disk(void) {
    return write_mib(1000);
}

// ---- tests

static struct report run_into_file(const char *part) {
    ask_for(&request, part);
    text(request.name, sizeof request.name, "below/out");
    text(request.path, sizeof request.path, "/proc/meminfo");
    text(request.error_name, sizeof request.error_name, "errors");
    request.seen = ~request.seen; // the names and path are there
    struct report report = run(&request);
    CHECK(WIFEXITED(report.status));
    return report;
}

static void check_content(const char *name, const char *expected) {
    struct wire wire = {0};
    text(request.name, sizeof request.name, "%s", name);
    request.most_bytes = MIB;
    CHECK(fetch_file(boxes[0].work, &request, &wire));
    CHECK(wire.end >= strlen(expected) && !memcmp(wire.at + wire.end - strlen(expected), expected, strlen(expected)));
    free(wire.at);
}

static void test_takes_what_is_said(void) {
    struct report report = run_into_file("say");
    CHECK(WEXITSTATUS(report.status) == 0 && report.output_bytes == PAGE && !report.output_over);
    check_content("below/out", "said");
}

static void test_takes_complaints_apart(void) {
    struct report report = run_into_file("complain");
    CHECK(WEXITSTATUS(report.status) == 0 && report.output_bytes == 2 * PAGE && report.output.head_used == 0);
    check_content("below/out", "said");
    check_content("errors", "complained");
}

static void test_may_be_opened_by_path(void) {
    CHECK(WEXITSTATUS(run_into_file("say by path").status) == 0);
    check_content("below/out", "said twice");
}

static void test_counts_against_the_output_limit(void) {
    struct report report = run_into_file("flood");
    CHECK(WEXITSTATUS(report.status) == 0 && report.output_over && report.output_bytes == FLOOD_MIB * MIB);
}

// What the file before had is not taken for memory that this run may use.
static void test_replaces_what_was_there(void) {
    run_into_file("write much");
    struct report report = run_into_file("write much");
    CHECK(report.used.memory_peak_bytes >= LARGE_MIB * (uint64_t)MIB);
    CHECK(report.output_bytes >= LARGE_MIB * (uint64_t)MIB - PAGE);
}

static void test_ends_with_the_disk(void) {
    CHECK(WEXITSTATUS(run_into_file("fill the disk").status) == ENOSPC);
    CHECK(WEXITSTATUS(run_into_file("say").status) == 0);
}

static void test(void) {
    test_takes_what_is_said();
    test_takes_complaints_apart();
    test_may_be_opened_by_path();
    test_counts_against_the_output_limit();
    test_replaces_what_was_there();
    test_ends_with_the_disk();
}

int main(int argc, char **argv) {
    static const struct part parts[] = {{"say", say}, {"complain", complain}, {"say by path", say_by_path}, {"flood", flood},
        {"write much", write_much}, {"fill the disk", fill_the_disk}, {0}};
    return in_slot(argc, argv, parts, test);
}

// One program on several inputs: what the client is told, and when it ends.
#include "box.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char inputs[4][64];

// ---- parts

// Says its input, and ends with it.
static int echo_and_end(void) {
    char digit;
    if (read(STDIN_FILENO, &digit, 1) != 1 || write(STDOUT_FILENO, &digit, 1) != 1)
        return 99;
    return digit - '0';
}

// ---- tests

static void make_input(int i, const char *content) {
    text(inputs[i], sizeof inputs[i], "/tmp/haetae-batch-test-%d-%d", getpid(), i);
    FILE *file = fopen(inputs[i], "w");
    CHECK(file && fputs(content, file) >= 0 && !fclose(file) && !chmod(inputs[i], 0444));
}

static const char *play(bool stop, int count, struct wire *said) {
    static struct request request;
    ask_for(&request, "echo-and-end");
    request.type = BATCH;
    request.stop = stop;
    for (int i = 0; i < count; i++)
        add_to(&request.inputs, inputs[i]);
    return run_batch(&boxes[0], &request, &(struct client){-1, said});
}

static uint32_t next_length(const struct wire *said) {
    uint32_t length;
    memcpy(&length, said->at + said->start, sizeof length);
    return length;
}

static uint16_t next_type(struct wire *said) {
    uint16_t type;
    memcpy(&type, said->at + said->start + sizeof(uint32_t), sizeof type);
    said->start += sizeof(uint32_t) + next_length(said);
    return type;
}

// What the program wrote, its end, and the report.
static bool says_result(struct wire *said) {
    enum { EMPTY = 2 + 2 + 4 }; // the frame's type, the field's tag and length
    return said->start < said->end && next_length(said) == EMPTY + 1 && next_type(said) == STDOUT && next_length(said) == EMPTY
           && next_type(said) == STDOUT && next_type(said) == REPORT;
}

static bool says_results(struct wire *said, int count) {
    for (int i = 0; i < count; i++)
        if (!says_result(said))
            return false;
    return said->start == said->end;
}

static void runs_on_each(void) {
    struct wire said = {0};
    CHECK(!play(false, 3, &said) && says_results(&said, 3));
    free(said.at);
}

static void stops_at_the_first_failure(void) {
    struct wire said = {0};
    CHECK(!play(true, 3, &said) && says_results(&said, 2));
    free(said.at);
}

static void reports_what_was_before_an_input_that_is_not_there(void) {
    struct wire said = {0};
    CHECK(strstr(play(false, 4, &said), "No such file") && says_results(&said, 3));
    free(said.at);
}

// A package's files may well belong to a group: programs are in none of the host's.
static void reads_what_a_group_may_write_but_not_what_all_may(void) {
    struct wire said = {0};
    CHECK(!chmod(inputs[0], 0664) && !play(false, 1, &said));
    CHECK(!chmod(inputs[0], 0666) && strstr(play(false, 1, &said), "could be written"));
    CHECK(!chmod(inputs[0], 0664) && !chown(inputs[0], 0, boxes[0].uid));
    CHECK(strstr(play(false, 1, &said), "could be written"));
    free(said.at);
}

static void batches(void) {
    static const char *const contents[] = {"0", "3", "0"};
    for (int i = 0; i < 3; i++)
        make_input(i, contents[i]);
    text(inputs[3], sizeof inputs[3], "/tmp/haetae-batch-test-%d-missing", getpid());
    runs_on_each();
    stops_at_the_first_failure();
    reports_what_was_before_an_input_that_is_not_there();
    reads_what_a_group_may_write_but_not_what_all_may();
    for (int i = 0; i < 3; i++)
        unlink(inputs[i]);
}

int main(int argc, char **argv) {
    static const struct part parts[] = {{"echo-and-end", echo_and_end}, {0}};
    return in_slot(argc, argv, parts, batches);
}

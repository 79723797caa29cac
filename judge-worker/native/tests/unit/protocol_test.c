// The parser takes what the manual page allows and refuses, with a sentence, everything else.
#include "frames.h"
#include "unit.h"

#include <string.h>

static struct request request;
static char complaint[256];

static bool parse(void) {
    *complaint = 0;
    return parse_request(sent(), &request, complaint, sizeof complaint);
}

static bool refuses_with(const char *sentence) {
    return !parse() && strcmp(complaint, sentence) == 0;
}

static void takes_a_run(void) {
    begin_run();
    string(TAG_ENVIRONMENT, "A=1");
    string(TAG_DATA, "input");
    CHECK(parse());
    CHECK(request.type == RUN && request.box == 1 && request.cpu_ns == 1000000000 && request.open_files == 1024
          && request.cores == 1);
    CHECK(request.arguments.count == 2 && request.arguments.used == sizeof "/bin/true" + 1);
    CHECK(request.environment.count == 1 && strcmp(request.environment.at, "A=1") == 0);
    CHECK(request_has(&request, TAG_DATA) && !request_has(&request, TAG_PATH));
    CHECK(request.stdin_or_content.length == 5 && memcmp(request.stdin_or_content.at, "input", 5) == 0);
}

static void forgets_the_request_before(void) {
    takes_a_run();
    begin_cancel();
    CHECK(parse());
    CHECK(request.arguments.count == 0 && request.arguments.used == 0 && !request_has(&request, TAG_BOX));
}

static void refuses_what_is_wrong_with_fields(void) {
    begin_run();
    number(TAG_BOX, 0);
    CHECK(refuses_with("box is there twice"));
    begin_run();
    number(TAG_KEEP, 1);
    CHECK(refuses_with("keep does not belong here"));
    begin_run();
    number(99, 1);
    CHECK(refuses_with("there is no field 99"));
    begin_run();
    string(TAG_STACK, "1234");
    CHECK(refuses_with("stack is not a number of 8 bytes"));
    begin_run();
    number(TAG_OPEN_FILES, 4097);
    CHECK(refuses_with("open files is out of range"));
    begin_run();
    number(TAG_CORES, 0);
    CHECK(refuses_with("cores is out of range"));
    begin_run();
    number(TAG_STACK, 65535);
    CHECK(refuses_with("stack is out of range"));
    begin_run();
    wire_bytes(&frame, TAG_ENVIRONMENT, "A=\0b", 4);
    CHECK(refuses_with("environment contains NUL"));
    begin_run();
    frame.end -= 8 + 6;
    CHECK(refuses_with("processes is missing"));
    frame.end--;
    CHECK(refuses_with("output is cut off"));
}

static void refuses_contradictions(void) {
    begin_run();
    string(TAG_DATA, "");
    string(TAG_PATH, "/etc/passwd");
    CHECK(refuses_with("data and path exclude each other"));
    begin_run();
    string(TAG_PATH, "relative");
    CHECK(refuses_with("path is not absolute"));
    begin_put();
    CHECK(parse());
    number(TAG_EXECUTABLE, 1);
    CHECK(refuses_with("a directory cannot be made executable"));
    begin_run();
    string(TAG_ENVIRONMENT, "=A");
    CHECK(refuses_with("environment is not NAME=value"));
    begin(PROGRAM);
    CHECK(refuses_with("there is no request 8"));
}

static void knows_mounts(void) {
    const char *good[] = {"/etc", "/worker", "/opt/tmp"};
    const char *bad[] = {"etc", "//", "/etc/", "//tmp", "/../etc", "/usr/..", "/./dev", "/tmp", "/work/a", "/proc", "/dev/shm"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        begin_open();
        string(TAG_MOUNT, good[i]);
        CHECK(parse() && request.mounts.count == 2);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        begin_open();
        string(TAG_MOUNT, bad[i]);
        CHECK(refuses_with("mount is not a plain absolute path, or is what a box has of its own"));
    }
}

static void takes_a_pair(void) {
    static struct request program;
    begin_pair();
    CHECK(parse() && request.type == PAIR && request.transcript_bytes == 1000 && request.accepts == 42);
    CHECK(parse_program(request.jury, &program, complaint, sizeof complaint));
    CHECK(program.type == PROGRAM && program.processes == 1 && program.open_files == 1024 && program.arguments.count == 2);
    struct bytes short_of_one = {request.contestant.at, request.contestant.length - 8 - 6};
    CHECK(!parse_program(short_of_one, &program, complaint, sizeof complaint));
    CHECK(strcmp(complaint, "processes is missing") == 0);
}

static void refuses_what_the_programs_of_a_pair_cannot_have(void) {
    static struct request program;
    for (uint16_t tag = TAG_BOX; tag <= TAG_STOP; tag++) {
        if (tag >= TAG_ARGUMENT && tag <= TAG_STDERR_HEAD)
            continue;
        begin(PAIR);
        number(tag, 0);
        struct bytes fields = {frame.at + 6, frame.end - 6};
        CHECK(!parse_program(fields, &program, complaint, sizeof complaint) && strstr(complaint, "does not belong here"));
    }
    begin_pair();
    number(TAG_CPU, 1000000000);
    CHECK(refuses_with("cpu does not belong here"));
}

static void takes_a_batch(void) {
    begin(BATCH);
    number(TAG_BOX, 0);
    put_program();
    CHECK(refuses_with("input is missing"));
    begin_batch();
    string(TAG_INPUT, "/2.in");
    CHECK(parse() && request.inputs.count == 2 && request.stop == 1 && request.processes == 1);
    string(TAG_INPUT, "3.in");
    CHECK(refuses_with("input is not an absolute path"));
    string(TAG_DATA, "");
    CHECK(refuses_with("data does not belong here"));
}

static void takes_no_byte_more_than_it_has_room_for(void) {
    begin_largest_run();
    CHECK(parse() && request.arguments.used == STRINGS_ROOM && strlen(request.path) == TEXT_ROOM - 1);
    string(TAG_ARGUMENT, "");
    CHECK(refuses_with("argument is too long in all"));
    begin_run();
    wire_bytes(&frame, TAG_PATH, request.path, TEXT_ROOM);
    CHECK(refuses_with("path has a length out of range"));
}

static void knows_names_of_work_files(void) {
    const char *good[] = {"a", "a/b", "...", "a..", "-x", "a b/\n"};
    const char *bad[] = {"", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CHECK(is_work_name(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!is_work_name(bad[i]));
}

int main(void) {
    takes_a_run();
    forgets_the_request_before();
    refuses_what_is_wrong_with_fields();
    refuses_contradictions();
    knows_mounts();
    takes_a_pair();
    refuses_what_the_programs_of_a_pair_cannot_have();
    takes_a_batch();
    takes_no_byte_more_than_it_has_room_for();
    knows_names_of_work_files();
    free(frame.at);
    return 0;
}

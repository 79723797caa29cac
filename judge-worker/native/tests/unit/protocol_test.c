// The parser takes what the manual page allows and refuses, with a sentence, everything else. Fixed cases, then mutations of good frames for
// the fuzz target. With a directory as its argument it writes those frames there, for make fuzz to begin with.
#include "../fuzz/protocol_fuzz.h"
#include "unit.h"

#include <string.h>

static struct wire frame;
static struct request request;
static char complaint[256];

static void begin(uint16_t type) {
    frame.start = frame.end = 0;
    wire_begin(&frame, type);
}

static void number(uint16_t tag, uint64_t value) {
    wire_number(&frame, tag, value);
}

static void string(uint16_t tag, const char *value) {
    wire_bytes(&frame, tag, value, strlen(value));
}

static struct bytes sent(void) {
    enum { LENGTH = sizeof(uint32_t) };
    return (struct bytes){frame.at + LENGTH, frame.end - LENGTH};
}

static bool parse(void) {
    *complaint = 0;
    return parse_request(sent(), &request, complaint, sizeof complaint);
}

static bool refuses_with(const char *sentence) {
    return !parse() && strcmp(complaint, sentence) == 0;
}

static void put_program(void) {
    string(TAG_ARGUMENT, "/bin/true");
    string(TAG_ARGUMENT, "");
    number(TAG_CPU, 1000000000);
    number(TAG_WALL, 2000000000);
    number(TAG_MEMORY, 64 << 20);
    number(TAG_OUTPUT, 0);
    number(TAG_PROCESSES, 1);
}

static void begin_open(void) {
    begin(OPEN);
    number(TAG_BOX, 0);
    number(TAG_DISK, 4096);
    number(TAG_INODES, 2);
    string(TAG_MOUNT, "/opt/tool");
}

static void begin_put(void) {
    begin(PUT);
    number(TAG_BOX, 0);
    string(TAG_NAME, "directory");
}

static void begin_full_put(void) {
    begin_put();
    string(TAG_DATA, "content");
    number(TAG_EXECUTABLE, 1);
}

static void begin_fetch(void) {
    begin(FETCH);
    number(TAG_BOX, 1);
    string(TAG_NAME, "a/b");
    number(TAG_MOST, 1000);
}

static void begin_cancel(void) {
    begin(CANCEL);
}

static void begin_run(void) {
    begin(RUN);
    number(TAG_BOX, 1);
    put_program();
}

static void begin_pair(void) {
    begin(PAIR);
    number(TAG_TRANSCRIPT_MOST, 1000);
    for (uint16_t tag = TAG_CONTESTANT; tag <= TAG_JURY; tag++) {
        size_t field = wire_nest(&frame, tag);
        put_program();
        wire_end(&frame, field);
    }
}

static void begin_batch(void) {
    begin(BATCH);
    number(TAG_BOX, 0);
    number(TAG_STOP, 1);
    put_program();
    string(TAG_INPUT, "/1.in");
}

static void begin_full_run(void) {
    begin_run();
    string(TAG_ENVIRONMENT, "A=1");
    number(TAG_STACK, 65536);
    number(TAG_OPEN_FILES, 8);
    number(TAG_CORES, 2);
    number(TAG_STDERR_HEAD, 1000);
    string(TAG_PATH, "/1.in");
    string(TAG_NAME, "1.out");
    string(TAG_ERROR_NAME, "1.err");
}

static void begin_largest_run(void) {
    static char argument[STRINGS_ROOM], path[TEXT_ROOM];
    memset(argument, 'x', sizeof argument - sizeof "/bin/true" - sizeof "" - 1);
    memset(path, '/', sizeof path - 1);
    begin_run();
    string(TAG_ARGUMENT, argument);
    string(TAG_PATH, path);
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

static void (*const seeds[])(void) = {begin_open, begin_put, begin_full_put, begin_run, begin_full_run, begin_largest_run,
    begin_fetch, begin_cancel, begin_pair, begin_batch};
enum { SEEDS = sizeof seeds / sizeof *seeds };

static void write_seeds(const char *directory) {
    for (size_t i = 0; i < SEEDS; i++) {
        char path[TEXT_ROOM];
        text(path, sizeof path, "%s/%zu", directory, i);
        FILE *file = fopen(path, "w");
        seeds[i]();
        CHECK(file && fwrite(sent().at, sent().length, 1, file) == 1 && fclose(file) == 0);
    }
}

// In memory of its own, so that a sanitizer sees who reads on.
static void fuzz(size_t length) {
    unsigned char *copy = malloc(length);
    CHECK(copy || !length);
    if (length)
        memcpy(copy, sent().at, length);
    LLVMFuzzerTestOneInput(copy, length);
    free(copy);
}

static void survives_mutations(void) {
    enum { ROUNDS = 10000 };
    srand(1);
    for (int round = 0; round < ROUNDS; round++) {
        seeds[round % SEEDS]();
        CHECK(parse());
        for (int changes = rand() % 5; changes > 0; changes--)
            frame.at[frame.end - 1 - (size_t)rand() % sent().length] = (unsigned char)rand();
        fuzz(rand() % 4 ? sent().length : (size_t)rand() % sent().length);
    }
}

int main(int count, char **arguments) {
    if (count == 2) {
        write_seeds(arguments[1]);
        return 0;
    }
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
    survives_mutations();
    free(frame.at);
    return 0;
}

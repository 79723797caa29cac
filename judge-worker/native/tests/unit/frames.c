#include "frames.h"

#include <string.h>

struct wire frame;

void begin(uint16_t type) {
    frame.start = frame.end = 0;
    wire_begin(&frame, type);
}

void number(uint16_t tag, uint64_t value) {
    wire_number(&frame, tag, value);
}

void string(uint16_t tag, const char *value) {
    wire_bytes(&frame, tag, value, strlen(value));
}

struct bytes sent(void) {
    enum { LENGTH = sizeof(uint32_t) };
    return (struct bytes){frame.at + LENGTH, frame.end - LENGTH};
}

void put_program(void) {
    string(TAG_ARGUMENT, "/bin/true");
    string(TAG_ARGUMENT, "");
    number(TAG_CPU, 1000000000);
    number(TAG_WALL, 2000000000);
    number(TAG_MEMORY, 64 << 20);
    number(TAG_OUTPUT, 0);
    number(TAG_PROCESSES, 1);
}

void begin_open(void) {
    begin(OPEN);
    number(TAG_BOX, 0);
    number(TAG_DISK, 4096);
    number(TAG_INODES, 2);
    string(TAG_MOUNT, "/opt/tool");
}

void begin_put(void) {
    begin(PUT);
    number(TAG_BOX, 0);
    string(TAG_NAME, "directory");
}

void begin_full_put(void) {
    begin_put();
    string(TAG_DATA, "content");
    number(TAG_EXECUTABLE, 1);
}

void begin_fetch(void) {
    begin(FETCH);
    number(TAG_BOX, 1);
    string(TAG_NAME, "a/b");
    number(TAG_MOST, 1000);
}

void begin_cancel(void) {
    begin(CANCEL);
}

void begin_run(void) {
    begin(RUN);
    number(TAG_BOX, 1);
    put_program();
}

void begin_pair(void) {
    begin(PAIR);
    number(TAG_TRANSCRIPT_MOST, 1000);
    for (uint16_t tag = TAG_CONTESTANT; tag <= TAG_JURY; tag++) {
        size_t field = wire_nest(&frame, tag);
        put_program();
        wire_end(&frame, field);
    }
}

void begin_batch(void) {
    begin(BATCH);
    number(TAG_BOX, 0);
    number(TAG_STOP, 1);
    put_program();
    string(TAG_INPUT, "/1.in");
}

void begin_full_run(void) {
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

void begin_largest_run(void) {
    static char argument[STRINGS_ROOM], path[TEXT_ROOM];
    memset(argument, 'x', sizeof argument - sizeof "/bin/true" - sizeof "" - 1);
    memset(path, '/', sizeof path - 1);
    begin_run();
    string(TAG_ARGUMENT, argument);
    string(TAG_PATH, path);
}

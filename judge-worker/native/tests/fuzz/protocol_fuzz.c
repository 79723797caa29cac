// Whatever bytes come, what the parser takes of them is what runner.1.md allows, and for what it refuses it says why. The sanitizers watch
// its bounds. Run by make fuzz, and on a few thousand mutations by mutations_test.
#include "protocol_fuzz.h"

#include "../unit/unit.h"

#include <setjmp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#define KIB (1ULL << 10)
#define MIB (1ULL << 20)
#define TIB (1ULL << 40)
#define MS 1000000ULL
#define DAY (86400000 * MS)

typedef bool parser(struct bytes bytes, struct request *request, char *complaint, size_t size);

static bool between(uint64_t value, uint64_t least, uint64_t most) {
    return value >= least && value <= most;
}

static bool starts_with_slash(const char *path) {
    return *path == '/' && strlen(path) < TEXT_ROOM;
}

static bool is_variable(const char *variable) {
    return strcspn(variable, "=") > 0 && strchr(variable, '=');
}

static bool is_mount(const char *path) {
    static const char *const own[] = {"/tmp", "/work", "/proc", "/dev"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (!strncmp(path, own[i], strlen(own[i])) && strchr("/", path[strlen(own[i])]))
            return false;
    return starts_with_slash(path) && is_work_name(path + 1);
}

static bool is_any(const char *text) {
    return text;
}

static void check_texts(const struct strings *texts, bool (*is_good)(const char *)) {
    size_t at = 0;
    CHECK(texts->used <= sizeof texts->at);
    for (uint32_t i = 0; i < texts->count; i++) {
        size_t length = strnlen(texts->at + at, texts->used - at);
        CHECK(at + length < texts->used && is_good(texts->at + at));
        at += length + 1;
    }
    CHECK(at == texts->used);
}

static void check_open(const struct request *request) {
    CHECK(request->writable <= 1 && request->keep <= 1);
    CHECK(between(request->disk_bytes, 4 * KIB, TIB) && between(request->inodes, 2, 10000000));
    check_texts(&request->mounts, is_mount);
}

static void check_source(const struct request *request, struct bytes frame) {
    const struct bytes *content = &request->stdin_or_content;
    CHECK(!request_has(request, TAG_DATA) || !request_has(request, TAG_PATH));
    CHECK(!request_has(request, TAG_PATH) || (strnlen(request->path, TEXT_ROOM) < TEXT_ROOM && *request->path == '/'));
    CHECK(content->length <= 32 * MIB);
    CHECK(!content->length || (content->at > frame.at && content->at + content->length <= frame.at + frame.length));
}

static void check_names(const struct request *request) {
    bool name = request_has(request, TAG_NAME), error_name = request_has(request, TAG_ERROR_NAME);
    CHECK(!name || (strnlen(request->name, TEXT_ROOM) <= 1000 && is_work_name(request->name)));
    CHECK(!error_name || (strnlen(request->error_name, TEXT_ROOM) <= 1000 && is_work_name(request->error_name)));
    CHECK(!name || !error_name || strcmp(request->name, request->error_name));
}

static void check_put(const struct request *request) {
    CHECK(request->executable <= 1);
    CHECK(!request->executable || request_has(request, TAG_DATA) || request_has(request, TAG_PATH));
}

static void check_program(const struct request *program) {
    CHECK(program->arguments.count > 0 && *program->arguments.at == '/');
    check_texts(&program->arguments, is_any);
    check_texts(&program->environment, is_variable);
    CHECK(between(program->cpu_ns, MS, DAY) && between(program->wall_ns, MS, DAY));
    CHECK(between(program->memory_bytes, MIB, TIB) && program->output_bytes <= 1024 * MIB);
    CHECK(between(program->processes, 1, 30000) && between(program->open_files, 8, 4096));
    CHECK(between(program->cores, 1, CPU_SETSIZE));
    CHECK(program->stack_bytes == 0 || between(program->stack_bytes, 64 * KIB, TIB));
    CHECK(program->stderr_head_bytes <= MIB);
}

static void check_batch(const struct request *request) {
    CHECK(request->inputs.count > 0 && request->stop <= 1);
    check_texts(&request->inputs, starts_with_slash);
}

// Into a request and a complaint that are full of something else.
static bool parses(parser *parse, struct bytes bytes, struct request *request) {
    enum { OLD = 0xa5 };
    struct strings *const texts[] = {&request->arguments, &request->environment, &request->mounts, &request->inputs};
    char complaint[256];
    memset(complaint, OLD, sizeof complaint);
    memset(request, OLD, offsetof(struct request, arguments));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        memset(texts[i], OLD, offsetof(struct strings, at));
    bool taken = parse(bytes, request, complaint, sizeof complaint);
    CHECK(taken || (*complaint && memchr(complaint, 0, sizeof complaint)));
    return taken;
}

static void check_pair(const struct request *request) {
    static struct request program;
    const struct bytes parts[] = {request->contestant, request->jury};
    CHECK(request->transcript_bytes <= 32 * MIB && request->accepts <= 255);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parses(parse_program, parts[i], &program))
            check_program(&program);
}

static void check_request(const struct request *request, struct bytes frame) {
    CHECK(between(request->type, OPEN, BATCH) && request->box <= 1);
    if (request->type == OPEN)
        check_open(request);
    if (request->type == PUT || request->type == RUN)
        check_source(request, frame);
    check_names(request);
    if (request->type == PUT)
        check_put(request);
    if (request->type == FETCH)
        CHECK(request->most_bytes <= 32 * MIB);
    if (request->type == RUN || request->type == BATCH)
        check_program(request);
    if (request->type == BATCH)
        check_batch(request);
    if (request->type == PAIR)
        check_pair(request);
}

static int stream = -1;
static jmp_buf fault;
static bool faulted;

static void leave(const char *message) {
    CHECK(*message);
    faulted = true;
    longjmp(fault, 1);
}

static bool is_read(struct bytes *frame) {
    if (setjmp(fault))
        return false;
    on_fault(leave);
    return read_frame(stream, frame);
}

static bool is_length(size_t length) {
    return between(length, sizeof(uint16_t), 33 * MIB);
}

// The client sends the input as one frame, and once more as it is, so that its own bytes are taken for lengths.
static void send(struct bytes input) {
    uint32_t length = (uint32_t)input.length;
    void *bytes = (void *)(uintptr_t)input.at;
    const struct iovec parts[] = {{&length, sizeof length}, {bytes, input.length}, {bytes, input.length}};
    if (stream < 0)
        stream = (int)must(memfd_create("stream", MFD_CLOEXEC), "make the stream");
    must(ftruncate(stream, 0), "empty the stream");
    must(pwritev(stream, parts, sizeof parts / sizeof *parts, 0), "fill the stream");
    must(lseek(stream, 0, SEEK_SET), "go back in the stream");
    faulted = false;
}

static void check_frames(struct bytes input) {
    struct bytes frame;
    uint32_t length = 0;
    send(input);
    if (!is_read(&frame)) {
        CHECK(faulted && !is_length(input.length));
        return;
    }
    CHECK(frame.length == input.length && !memcmp(frame.at, input.at, input.length));
    for (; is_read(&frame); input.at += length, input.length -= length) {
        memcpy(&length, input.at, sizeof length);
        input.at += sizeof length, input.length -= sizeof length;
        CHECK(is_length(length) && frame.length == length && length <= input.length);
        CHECK(!memcmp(frame.at, input.at, length));
    }
    bool cut = input.length < sizeof length;
    if (!cut)
        memcpy(&length, input.at, sizeof length);
    CHECK(faulted == (!cut && !is_length(length)));
    CHECK(cut || faulted || length > input.length - sizeof length);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t length) {
    static struct request request;
    struct bytes input = {at, length};
    check_frames(input);
    if (is_length(length) && parses(parse_request, input, &request))
        check_request(&request, input);
    return 0;
}

// The request side of the protocol: frames in, checked structures out. The tables are those of runner.1.md.
#include "runner.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FRAME = 33 << 20, FIELD_HEAD = 6 };

#define IN(type) (1U << (type))
#define IN_BOX (IN(OPEN) | IN(PUT) | IN(RUN) | IN(FETCH) | IN(BATCH))
#define RUNS (IN(RUN) | IN(PROGRAM) | IN(BATCH))
#define MIB (1ULL << 20)
#define TIB (1ULL << 40)
#define MS 1000000ULL
#define DAY (86400ULL * 1000 * MS)
#define PLACE(member) offsetof(struct request, member)

enum kind { NUMBER, TEXT, TEXTS, BYTES };

static const struct rule {
    uint16_t tag;
    const char *name;
    enum kind kind;
    size_t place;
    unsigned allowed, required; // in which requests
    uint64_t least, most;       // of a number, else of its length
    uint64_t otherwise;
} rules[] = {
    {TAG_BOX, "box", NUMBER, PLACE(box), IN_BOX, IN_BOX, 0, 1, 0},
    {TAG_WRITABLE, "writable", NUMBER, PLACE(writable), IN(OPEN), 0, 0, 1, 0},
    {TAG_KEEP, "keep", NUMBER, PLACE(keep), IN(OPEN), 0, 0, 1, 0},
    {TAG_DISK, "disk", NUMBER, PLACE(disk_bytes), IN(OPEN), IN(OPEN), 4096, TIB, 0},
    {TAG_INODES, "inodes", NUMBER, PLACE(inodes), IN(OPEN), IN(OPEN), 2, 10000000, 0},
    {TAG_MOUNT, "mount", TEXTS, PLACE(mounts), IN(OPEN), 0, 2, TEXT_ROOM - 1, 0},
    {TAG_NAME, "name", TEXT, PLACE(name), IN(PUT) | IN(FETCH) | IN(RUN), IN(PUT) | IN(FETCH), 1, 1000, 0},
    {TAG_EXECUTABLE, "executable", NUMBER, PLACE(executable), IN(PUT), 0, 0, 1, 0},
    {TAG_DATA, "data", BYTES, PLACE(stdin_or_content), IN(PUT) | IN(RUN), 0, 0, 32 * MIB, 0},
    {TAG_PATH, "path", TEXT, PLACE(path), IN(PUT) | IN(RUN), 0, 1, TEXT_ROOM - 1, 0},
    {TAG_ARGUMENT, "argument", TEXTS, PLACE(arguments), RUNS, RUNS, 0, STRINGS_ROOM - 1, 0},
    {TAG_ENVIRONMENT, "environment", TEXTS, PLACE(environment), RUNS, 0, 2, STRINGS_ROOM - 1, 0},
    {TAG_CPU, "cpu", NUMBER, PLACE(cpu_ns), RUNS, RUNS, MS, DAY, 0},
    {TAG_WALL, "wall", NUMBER, PLACE(wall_ns), RUNS, RUNS, MS, DAY, 0},
    {TAG_MEMORY, "memory", NUMBER, PLACE(memory_bytes), RUNS, RUNS, MIB, TIB, 0},
    {TAG_OUTPUT, "output", NUMBER, PLACE(output_bytes), RUNS, RUNS, 0, 1024 * MIB, 0},
    {TAG_PROCESSES, "processes", NUMBER, PLACE(processes), RUNS, RUNS, 1, 30000, 0},
    {TAG_CORES, "cores", NUMBER, PLACE(cores), RUNS, 0, 1, CPU_SETSIZE, 1},
    {TAG_STACK, "stack", NUMBER, PLACE(stack_bytes), RUNS, 0, 0, TIB, 0},
    {TAG_OPEN_FILES, "open files", NUMBER, PLACE(open_files), RUNS, 0, 8, 4096, 1024},
    {TAG_STDERR_HEAD, "stderr head", NUMBER, PLACE(stderr_head_bytes), RUNS, 0, 0, MIB, 0},
    {TAG_MOST, "most", NUMBER, PLACE(most_bytes), IN(FETCH), IN(FETCH), 0, 32 * MIB, 0},
    {TAG_CONTESTANT, "contestant", BYTES, PLACE(contestant), IN(PAIR), IN(PAIR), 0, MOST_FRAME, 0},
    {TAG_JURY, "jury", BYTES, PLACE(jury), IN(PAIR), IN(PAIR), 0, MOST_FRAME, 0},
    {TAG_TRANSCRIPT_MOST, "transcript", NUMBER, PLACE(transcript_bytes), IN(PAIR), 0, 0, 32 * MIB, 0},
    {TAG_INPUT, "input", TEXTS, PLACE(inputs), IN(BATCH), IN(BATCH), 2, TEXT_ROOM - 1, 0},
    {TAG_STOP, "stop", NUMBER, PLACE(stop), IN(BATCH), 0, 0, 1, 0},
    {TAG_ERROR_NAME, "error name", TEXT, PLACE(error_name), IN(RUN), 0, 1, 1000, 0},
    {TAG_ACCEPTS, "accepts", NUMBER, PLACE(accepts), IN(PAIR), 0, 0, 255, 42},
};
enum { RULES = sizeof rules / sizeof *rules };

static bool read_all(int socket, unsigned char *at, size_t length) {
    while (length > 0) {
        ssize_t got = read(socket, at, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        length -= (size_t)got;
    }
    return true;
}

// Waits for a whole frame, type and fields; false when the client is gone. The bytes are good until the next call.
bool read_frame(int socket, struct bytes *frame) {
    static unsigned char *room;
    static size_t size;
    uint32_t length;
    if (!read_all(socket, (unsigned char *)&length, sizeof length))
        return false;
    if (length < sizeof(uint16_t) || length > MOST_FRAME)
        die("a frame of %u bytes", length);
    if (length > size) {
        free(room);
        room = malloc(length);
        if (!room)
            die("no memory for a frame of %u bytes", length);
        size = length;
    }
    *frame = (struct bytes){room, length};
    return read_all(socket, room, length);
}

static const struct rule *rule_of(uint16_t tag) {
    for (size_t i = 0; i < RULES; i++)
        if (rules[i].tag == tag)
            return &rules[i];
    return NULL;
}

bool request_has(const struct request *request, enum tag tag) {
    return request->seen & 1ULL << (rule_of(tag) - rules);
}

// One or more parts, none of them empty, "." or "..".
bool is_work_name(const char *name) {
    for (const char *part = name;; part++) {
        size_t length = strcspn(part, "/");
        if (length == 0 || length > 255 || (length == 1 && *part == '.') || (length == 2 && !strncmp(part, "..", 2)))
            return false;
        part += length;
        if (!*part)
            return true;
    }
}

static const char *take_number(const struct rule *rule, struct bytes value, uint64_t *place) {
    if (value.length != sizeof *place)
        return "is not a number of 8 bytes";
    memcpy(place, value.at, sizeof *place);
    return *place < rule->least || *place > rule->most ? "is out of range" : NULL;
}

static const char *take_text(struct bytes value, char *place) {
    memcpy(place, value.at, value.length);
    place[value.length] = 0;
    return NULL;
}

static const char *take_texts(struct bytes value, struct strings *place) {
    if (place->used + value.length + 1 > sizeof place->at)
        return "is too long in all";
    take_text(value, place->at + place->used);
    place->used += value.length + 1;
    place->count++;
    return NULL;
}

// Returns what is wrong with the field, or NULL.
static const char *take_field(const struct rule *rule, struct bytes value, struct request *request) {
    void *place = (char *)request + rule->place;
    uint64_t bit = 1ULL << (rule - rules);
    if (!(rule->allowed & IN(request->type)))
        return "does not belong here";
    if (request->seen & bit && rule->kind != TEXTS)
        return "is there twice";
    request->seen |= bit;
    if (rule->kind == NUMBER)
        return take_number(rule, value, place);
    if (value.length < rule->least || value.length > rule->most)
        return "has a length out of range";
    if (rule->kind == BYTES) {
        *(struct bytes *)place = value;
        return NULL;
    }
    if (memchr(value.at, 0, value.length))
        return "contains NUL";
    return rule->kind == TEXT ? take_text(value, place) : take_texts(value, place);
}

static bool take_fields(struct bytes fields, struct request *request, char *complaint, size_t size) {
    while (fields.length > 0) {
        uint16_t tag;
        uint32_t length;
        if (fields.length < FIELD_HEAD)
            return text(complaint, size, "the last field is cut off"), false;
        memcpy(&tag, fields.at, sizeof tag);
        memcpy(&length, fields.at + sizeof tag, sizeof length);
        const struct rule *rule = rule_of(tag);
        if (!rule)
            return text(complaint, size, "there is no field %u", tag), false;
        if (length > fields.length - FIELD_HEAD)
            return text(complaint, size, "%s is cut off", rule->name), false;
        const char *wrong = take_field(rule, (struct bytes){fields.at + FIELD_HEAD, length}, request);
        if (wrong)
            return text(complaint, size, "%s %s", rule->name, wrong), false;
        fields.at += FIELD_HEAD + length;
        fields.length -= FIELD_HEAD + length;
    }
    return true;
}

static void take_defaults(struct request *request) {
    for (size_t i = 0; i < RULES; i++)
        if (rules[i].kind == NUMBER)
            *(uint64_t *)(void *)((char *)request + rules[i].place) = rules[i].otherwise;
    request->seen = 0;
    request->stdin_or_content = request->contestant = request->jury = (struct bytes){0};
    struct strings *const strings[] = {&request->arguments, &request->environment, &request->mounts, &request->inputs};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        strings[i]->used = strings[i]->count = 0;
}

static const char *missing(const struct request *request) {
    for (size_t i = 0; i < RULES; i++)
        if (rules[i].required & IN(request->type) && !(request->seen & 1ULL << i))
            return rules[i].name;
    return NULL;
}

static bool are_all(const struct strings *texts, bool (*is_good)(const char *)) {
    const char *at = texts->at;
    for (uint32_t i = 0; i < texts->count; i++, at += strlen(at) + 1)
        if (!is_good(at))
            return false;
    return true;
}

static bool is_absolute(const char *path) {
    return *path == '/';
}

static bool is_variable(const char *variable) {
    const char *sign = strchr(variable, '=');
    return sign && sign != variable;
}

// The launcher makes the path's directories below what becomes the box's root, which ".." would lead out of.
static bool is_mount(const char *path) {
    static const char *const own[] = {"tmp", "work", "proc", "dev"};
    if (!is_absolute(path) || !is_work_name(path + 1))
        return false;
    size_t length = strcspn(++path, "/");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strlen(own[i]) == length && !strncmp(path, own[i], length))
            return false;
    return true;
}

static const char *wrong_files(const struct request *request) {
    bool path = request_has(request, TAG_PATH), content = request_has(request, TAG_DATA);
    bool name = request_has(request, TAG_NAME), error_name = request_has(request, TAG_ERROR_NAME);
    if (path && content)
        return "data and path exclude each other";
    if (request->type == PUT && !path && !content && request->executable)
        return "a directory cannot be made executable";
    if (path && !is_absolute(request->path))
        return "path is not absolute";
    if (name && !is_work_name(request->name))
        return "name is not one of a file in the work directory";
    if (error_name && !is_work_name(request->error_name))
        return "error name is not one of a file in the work directory";
    if (name && error_name && !strcmp(request->name, request->error_name))
        return "name and error name are the same";
    return NULL;
}

static const char *contradiction(const struct request *request) {
    if (RUNS & IN(request->type) && !is_absolute(request->arguments.at))
        return "the first argument is not an absolute path";
    if (!are_all(&request->environment, is_variable))
        return "environment is not NAME=value";
    if (!are_all(&request->inputs, is_absolute))
        return "input is not an absolute path";
    if (!are_all(&request->mounts, is_mount))
        return "mount is not a plain absolute path, or is what a box has of its own";
    if (request->stack_bytes && request->stack_bytes < 65536)
        return "stack is out of range";
    return wrong_files(request);
}

static bool parse_fields(struct bytes fields, struct request *request, char *complaint, size_t size) {
    take_defaults(request);
    if (!take_fields(fields, request, complaint, size))
        return false;
    const char *lacking = missing(request);
    if (lacking)
        return text(complaint, size, "%s is missing", lacking), false;
    const char *wrong = contradiction(request);
    if (wrong)
        return text(complaint, size, "%s", wrong), false;
    return true;
}

// False when the frame is no request that can be served; then `complaint` says why.
bool parse_request(struct bytes frame, struct request *request, char *complaint, size_t size) {
    memcpy(&request->type, frame.at, sizeof request->type);
    if (request->type < OPEN || request->type > BATCH)
        return text(complaint, size, "there is no request %u", request->type), false;
    return parse_fields(
        (struct bytes){frame.at + sizeof request->type, frame.length - sizeof request->type}, request, complaint, size);
}

// The same of one program of a PAIR.
bool parse_program(struct bytes fields, struct request *request, char *complaint, size_t size) {
    request->type = PROGRAM;
    return parse_fields(fields, request, complaint, size);
}

// What a program's first comments say: what it is given, and what its report has to be.
#include "drive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NS_PER_MS = 1000000, MIB = 1 << 20 };

enum value_kind { COUNT, FLAG, CAUSE };

static const struct key {
    const char *name;
    enum tag tag;
    uint64_t unit;
    enum value_kind kind;
} keys[] = {
    {"exit", TAG_EXIT, 1, COUNT},
    {"signal", TAG_SIGNAL, 1, COUNT},
    {"killed", TAG_KILLED, 1, CAUSE},
    {"cpuMs", TAG_CPU_USED, NS_PER_MS, COUNT},
    {"wallMs", TAG_WALL_USED, NS_PER_MS, COUNT},
    {"waitedMs", TAG_WAITED, NS_PER_MS, COUNT},
    {"peakMiB", TAG_PEAK, MIB, COUNT},
    {"peakKiB", TAG_PEAK, 1024, COUNT},
    {"oomKills", TAG_OOM_KILLS, 1, COUNT},
    {"processLimitHits", TAG_PROCESS_HITS, 1, COUNT},
    {"outputBytes", TAG_OUTPUT_USED, 1, COUNT},
    {"over", TAG_OVER, 1, FLAG},
    {"leftovers", TAG_LEFTOVERS, 1, FLAG},
};

static const struct setting {
    const char *name;
    size_t place;
    uint64_t otherwise;
} settings[] = {
    {"wallMs", offsetof(struct program, wall_ms), 20000},
    {"memoryMiB", offsetof(struct program, memory_mib), 64},
    {"outputMiB", offsetof(struct program, output_mib), 1},
    {"runs", offsetof(struct program, runs), 1},
    {"fresh", offsetof(struct program, fresh), 0},
    {"slots", offsetof(struct program, slots), 1},
};

static uint64_t *place_of(struct program *program, const struct setting *setting) {
    return (uint64_t *)(void *)((char *)program + setting->place);
}

static void parse_term(const char *source, const char *word, struct term *term) {
    size_t key = strcspn(word, "<>="), operator= strspn(word + key, "<>=");
    const char *value = word + key + operator;
    if (key == 0 || key >= sizeof term->key
        || operator== 0 || operator>= sizeof term->operator|| strlen(value) >= sizeof term->value)
        die("%s: not a term: %s", source, word);
    text(term->key, sizeof term->key, "%.*s", (int)key, word);
    text(term->operator, sizeof term->operator, "%.*s", (int)operator, word + key);
    text(term->value, sizeof term->value, "%s", value);
}

static void take_setting(struct program *program, const char *word) {
    struct term term;
    parse_term(program->name, word, &term);
    if (!strcmp(term.key, "stdin") || !strcmp(term.key, "stdinFile")) {
        program->input_is_file = term.key[strlen("stdin")];
        text(program->input, sizeof program->input, "%s", term.value);
        return;
    }
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (!strcmp(term.key, settings[i].name)) {
            *place_of(program, &settings[i]) = strtoull(term.value, NULL, 10);
            return;
        }
    die("%s: there is nothing to give that is called %s", program->name, term.key);
}

static void take_word(struct program *program, const char *kind, const char *word) {
    if (!strcmp(kind, "given:")) {
        take_setting(program, word);
    } else if (!strcmp(kind, "needs:") && !strcmp(word, "cgroup")) {
        program->needs_cgroup = true;
    } else if (!strcmp(kind, "expect:") && program->terms < MOST_TERMS) {
        parse_term(program->name, word, &program->expected[program->terms++]);
    } else {
        die("%s: %s %s", program->name, kind, word);
    }
}

// A line of words, of which the first but one says what the others are.
static void take_line(struct program *program, char *line) {
    char *rest, *slashes = strtok_r(line, " \n", &rest), *kind = strtok_r(NULL, " \n", &rest);
    if (!slashes || strcmp(slashes, "//") != 0 || !kind || kind[strlen(kind) - 1] != ':')
        return;
    for (char *word; (word = strtok_r(NULL, " \n", &rest));)
        take_word(program, kind, word);
}

void read_program(const char *directory, const char *name, struct program *program) {
    char line[TEXT_ROOM];
    *program = (struct program){0};
    text(program->name, sizeof program->name, "%s", name);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        *place_of(program, &settings[i]) = settings[i].otherwise;
    text(line, sizeof line, "%s/%s.c", directory, name);
    FILE *source = fopen(line, "re");
    if (!source)
        die("cannot read %s", line);
    while (fgets(line, sizeof line, source) && !strncmp(line, "// ", 3))
        take_line(program, line);
    fclose(source);
    if (program->terms == 0)
        die("%s expects nothing", name);
}

static bool expects(const struct program *program, const char *key, const char *value) {
    for (unsigned i = 0; i < program->terms; i++)
        if (!strcmp(program->expected[i].key, key) && !strcmp(program->expected[i].value, value))
            return true;
    return false;
}

// Only what is to be stopped by its time has little of it. Where work takes longer, a program that is to end by itself has longer for it.
struct run run_of(const struct program *program, const struct pace *pace) {
    enum { SHORT_MS = 1000, AMPLE_MS = 10000 };
    bool is_short = expects(program, "killed", "CPU"), timed = is_short || expects(program, "killed", "WALL");
    uint64_t factor = timed ? 1 : pace->slow;
    return (struct run){
        .arguments = {"/work/program"},
        .cpu_ms = is_short ? SHORT_MS : AMPLE_MS * factor,
        .wall_ms = program->wall_ms * factor,
        .memory_mib = program->memory_mib,
        .output_mib = program->output_mib,
        .input = program->input,
    };
}

// ---- comparing

static uint64_t value_of(const struct key *key, const char *value) {
    static const char *const causes[] = {"NONE", "MEMORY", "CPU", "WALL", "CANCEL"};
    if (key->kind == FLAG)
        return strcmp(value, "true") == 0;
    if (key->kind == COUNT)
        return strtoull(value, NULL, 10);
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (!strcmp(value, causes[i]))
            return i;
    die("nothing kills by %s", value);
}

static bool compares(uint64_t actual, const char *operator, uint64_t wanted) {
    bool equal = strchr(operator, '=') && actual == wanted;
    return equal || (*operator== '<' && actual<wanted) || (*operator== '>' && actual> wanted);
}

// Standard output is compared as a whole; a line feed is written \n.
static bool is_stdout(const char *actual, const char *wanted) {
    for (; *wanted; actual++) {
        bool feed = !strncmp(wanted, "\\n", 2);
        if (*actual != (feed ? '\n' : *wanted))
            return false;
        wanted += feed ? 2 : 1;
    }
    return !*actual;
}

static const struct key *key_of(const struct term *term) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!strcmp(term->key, keys[i].name))
            return &keys[i];
    die("a report has no %s", term->key);
}

// Whether others who use the machine may be why it does not hold.
bool bounds_time(const struct term *term) {
    return *term->operator== '<' && strcmp(term->key, "stdout") != 0 && key_of(term)->unit == NS_PER_MS;
}

static bool holds(const struct term *term, const struct answer *answer, const struct pace *pace) {
    if (!strcmp(term->key, "stdout"))
        return is_stdout(answer->stdout_head, term->value);
    const struct key *key = key_of(term);
    uint64_t wanted = value_of(key, term->value) + (bounds_time(term) ? pace->slack_ms : 0);
    return answer->has[key->tag - TAG_EXIT] && compares(number_of(answer, key->tag) / key->unit, term->operator, wanted);
}

// The first expectation that the report does not meet, or NULL.
const struct term *failing_term(const struct program *program, const struct answer *answer, const struct pace *pace) {
    for (unsigned i = 0; i < program->terms; i++)
        if (!holds(&program->expected[i], answer, pace))
            return &program->expected[i];
    return NULL;
}

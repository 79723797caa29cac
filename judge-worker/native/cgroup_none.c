// No cgroups: CPU time from the processes that L has reaped, no limit on memory or processes. Only for an operator who accepts that.
#include "runner.h"

static const char *find(const char *group) {
    (void)group;
    return NULL;
}

static void enter_slot(const char *slot) {
    (void)slot;
}

static void leave_slot(void) {}

static void make(struct leaf *leaf) {
    leaf->directory = leaf->cpu = -1;
}

static void join(struct leaf *leaf, pid_t launcher) {
    (void)leaf;
    (void)launcher;
}

static void settle(struct leaf *leaf) {
    (void)leaf;
}

static bool begin(struct leaf *leaf, const struct limits *limits) {
    (void)leaf;
    (void)limits;
    return true;
}

static uint64_t nothing(struct leaf *leaf) {
    (void)leaf;
    return 0;
}

static struct usage used(struct leaf *leaf) {
    (void)leaf;
    return (struct usage){0};
}

const struct backend backend_none = {
    .name = "none",
    .find = find,
    .enter_slot = enter_slot,
    .leave_slot = leave_slot,
    .sweep = enter_slot,
    .make = make,
    .join = join,
    .settle = settle,
    .begin = begin,
    .cpu_ns = nothing,
    .oom_kills = nothing,
    .used = used,
    .remove = settle,
};

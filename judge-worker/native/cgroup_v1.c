// cgroup v1: three hierarchies. L lives in the leaf, and what it uses itself is the base that is subtracted.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MEMORY, CPUACCT, PIDS, HIERARCHIES };

static const char *const controllers[HIERARCHIES] = {"memory", "cpuacct", "pids"};
static char roots[HIERARCHIES][256];
static char slots[HIERARCHIES][512];
static const char *group_name;

static const char *find(const char *group) {
    group_name = group;
    memset(roots, 0, sizeof roots);
    FILE *mounts = setmntent("/proc/self/mounts", "re");
    for (struct mntent *mount; mounts && (mount = getmntent(mounts));)
        for (int i = 0; i < HIERARCHIES; i++)
            if (!strcmp(mount->mnt_type, "cgroup") && hasmntopt(mount, controllers[i]))
                text(roots[i], sizeof roots[i], "%s", mount->mnt_dir);
    if (mounts)
        endmntent(mounts);
    for (int i = 0; i < HIERARCHIES; i++) {
        if (!*roots[i])
            return "memory, cpuacct and pids are not mounted";
        if (access(roots[i], W_OK))
            return "the cgroup file systems are not writable";
    }
    return NULL;
}

static void enter_slot(const char *slot) {
    for (int i = 0; i < HIERARCHIES; i++) {
        text(slots[i], sizeof slots[i], "%s/%s/%s", roots[i], group_name, slot);
        cgroup_make(slots[i]);
    }
    cgroup_lock(slots[MEMORY]);
    for (int i = 0; i < HIERARCHIES; i++)
        cgroup_remove_children(slots[i]);
}

// The worker's cgroup and the group's go with their last slot; until then rmdir fails, as it should.
static void leave_slot(void) {
    for (int i = 0; i < HIERARCHIES; i++) {
        cgroup_remove_tree(slots[i]);
        *strrchr(slots[i], '/') = 0;
        (void)rmdir(slots[i]);
        *strrchr(slots[i], '/') = 0;
        (void)rmdir(slots[i]);
    }
}

static void remove_slot(const char *worker, const char *slot) {
    const char *name = strrchr(worker, '/') + 1;
    for (int i = 0; i < HIERARCHIES; i++) {
        char path[1024];
        text(path, sizeof path, "%s/%s/%s/%s", roots[i], group_name, name, slot);
        cgroup_remove_tree(path);
    }
}

// The lock is on the memory hierarchy.
static void sweep(const char *worker) {
    char path[512];
    text(path, sizeof path, "%s/%s/%s", roots[MEMORY], group_name, worker);
    cgroup_sweep(path, remove_slot);
}

static const char *path_in(int hierarchy, const struct leaf *leaf) {
    static char path[1024];
    text(path, sizeof path, "%s/%s", slots[hierarchy], leaf->name);
    return path;
}

static int open_in(int hierarchy, const struct leaf *leaf, const char *file, int flags) {
    return cgroup_open(path_in(hierarchy, leaf), file, flags);
}

static void make(struct leaf *leaf) {
    for (int i = 0; i < HIERARCHIES; i++)
        cgroup_make(path_in(i, leaf));
    leaf->directory = -1;
    leaf->memory_limit = open_in(MEMORY, leaf, "memory.limit_in_bytes", O_RDWR);
    leaf->swap_limit = open_in(MEMORY, leaf, "memory.memsw.limit_in_bytes", O_RDWR);
    leaf->memory_now = open_in(MEMORY, leaf, "memory.usage_in_bytes", O_RDONLY);
    leaf->memory_peak = open_in(MEMORY, leaf, "memory.max_usage_in_bytes", O_RDWR);
    leaf->memory_kernel = open_in(MEMORY, leaf, "memory.kmem.usage_in_bytes", O_RDONLY);
    leaf->memory_events = open_in(MEMORY, leaf, "memory.oom_control", O_RDONLY);
    leaf->memory_reclaim = open_in(MEMORY, leaf, "memory.force_empty", O_WRONLY);
    leaf->cpu = open_in(CPUACCT, leaf, "cpuacct.usage", O_RDONLY);
    leaf->processes = open_in(PIDS, leaf, "pids.max", O_RDWR);
    leaf->process_events = open_in(PIDS, leaf, "pids.events", O_RDONLY);
}

static void join(struct leaf *leaf, pid_t launcher) {
    for (int i = 0; i < HIERARCHIES; i++) {
        int members = open_in(i, leaf, "cgroup.procs", O_WRONLY);
        cgroup_write(members, (uint64_t)launcher, "cgroup.procs");
        close(members);
    }
}

static void settle(struct leaf *leaf) {
    leaf->base_bytes = cgroup_number(leaf->memory_now);
}

static uint64_t kernel_bytes(struct leaf *leaf) {
    return leaf->memory_kernel >= 0 ? cgroup_number(leaf->memory_kernel) : 0;
}

static void reclaim(struct leaf *leaf, uint64_t bytes) {
    (void)bytes; // v1 knows only all or nothing
    if (pwrite(leaf->memory_reclaim, "0", 1, 0) < 0 && errno != EBUSY && errno != EINTR)
        must(-1, "drop a cgroup's page cache");
}

// The limit with swap may never be below the one without, so that the order depends on the direction.
static void set_memory(struct leaf *leaf, uint64_t bytes) {
    bool raise = leaf->now.memory_bytes && bytes > leaf->now.memory_bytes; // at first there is none
    if (leaf->swap_limit >= 0 && raise)
        cgroup_write(leaf->swap_limit, bytes, "memory.memsw.limit_in_bytes");
    cgroup_write(leaf->memory_limit, bytes, "memory.limit_in_bytes");
    if (leaf->swap_limit >= 0 && !raise)
        cgroup_write(leaf->swap_limit, bytes, "memory.memsw.limit_in_bytes");
}

static uint64_t cpu_ns(struct leaf *leaf) {
    return cgroup_number(leaf->cpu) - leaf->before.cpu_ns;
}

static uint64_t oom_kills(struct leaf *leaf) {
    return cgroup_key(leaf->memory_events, "oom_kill") - leaf->before.oom_kills;
}

static bool begin(struct leaf *leaf, const struct limits *limits) {
    struct limits wanted = {.processes = limits->processes + 1}; // and L
    if (!cgroup_is_settled(leaf, limits->memory_bytes, kernel_bytes, reclaim))
        return false;
    wanted.memory_bytes = cgroup_memory_limit(leaf, limits->memory_bytes);
    if (wanted.memory_bytes != leaf->now.memory_bytes)
        set_memory(leaf, wanted.memory_bytes);
    if (wanted.processes != leaf->now.processes)
        cgroup_write(leaf->processes, wanted.processes, "pids.max");
    leaf->now = wanted;
    cgroup_write(leaf->memory_peak, 0, "memory.max_usage_in_bytes");
    leaf->before.cpu_ns = cgroup_number(leaf->cpu);
    return true;
}

static struct usage used(struct leaf *leaf) {
    uint64_t peak = cgroup_number(leaf->memory_peak);
    struct usage counters = {
        .oom_kills = cgroup_key(leaf->memory_events, "oom_kill"),
        .process_hits = cgroup_key(leaf->process_events, "max"),
    };
    struct usage used = {
        .cpu_ns = cpu_ns(leaf),
        .memory_peak_bytes = peak > leaf->base_bytes ? peak - leaf->base_bytes : 0,
        .oom_kills = counters.oom_kills - leaf->before.oom_kills,
        .process_hits = counters.process_hits - leaf->before.process_hits,
    };
    leaf->before = counters;
    return used;
}

static void remove_leaf(struct leaf *leaf) {
    int *files[] = {&leaf->memory_limit, &leaf->swap_limit, &leaf->memory_now, &leaf->memory_peak, &leaf->memory_kernel,
        &leaf->memory_events, &leaf->memory_reclaim, &leaf->cpu, &leaf->processes, &leaf->process_events};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        close_files(files[i], 1);
    for (int i = 0; i < HIERARCHIES; i++)
        cgroup_remove_tree(path_in(i, leaf));
}

const struct backend backend_v1 = {
    .name = "v1",
    .find = find,
    .enter_slot = enter_slot,
    .leave_slot = leave_slot,
    .sweep = sweep,
    .make = make,
    .join = join,
    .settle = settle,
    .begin = begin,
    .cpu_ns = cpu_ns,
    .oom_kills = oom_kills,
    .used = used,
    .remove = remove_leaf,
};

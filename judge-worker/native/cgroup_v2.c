// cgroup v2: L stays outside and clones programs into the leaf. cgroup.kill is not used: on some kernels (kill_seq sampled from the parent's
// cgroup, compared with the target's) every later clone into that cgroup is killed at birth.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char root[256], slot_path[512], wanting[512];
static const char *group_name;
static bool peak_resets; // memory.peak takes a reset, which is then seen through that descriptor only
static unsigned sequence;

static bool contains_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\n' || !at[length]))
            return true;
    return false;
}

static bool has_controllers(const char *directory, const char *file) {
    char words[512] = "";
    int list = cgroup_open(directory, file, O_RDONLY);
    if (list < 0 || read(list, words, sizeof words - 1) < 0)
        return false;
    close(list);
    return contains_word(words, "memory") && contains_word(words, "pids");
}

static bool find_mount(void) {
    *root = 0;
    FILE *mounts = setmntent("/proc/self/mounts", "re");
    for (struct mntent *mount; mounts && (mount = getmntent(mounts));)
        if (!strcmp(mount->mnt_type, "cgroup2"))
            text(root, sizeof root, "%s", mount->mnt_dir);
    if (mounts)
        endmntent(mounts);
    return *root;
}

// Gives the children of a cgroup the controllers. Fails in a cgroup, other than the root, that has processes of its own.
static bool delegate(const char *directory) {
    if (has_controllers(directory, "cgroup.subtree_control"))
        return true;
    char path[TEXT_ROOM];
    text(path, sizeof path, "%s/cgroup.subtree_control", directory);
    int control = open(path, O_WRONLY | O_CLOEXEC);
    bool done = control >= 0 && write(control, "+memory +pids", 13) == 13;
    int reason = errno;
    if (control >= 0)
        close(control);
    if (!done)
        text(wanting, sizeof wanting, "memory and pids cannot be enabled in %s (%s)%s", path, strerror(reason),
            reason == EBUSY ? ": move its processes to a child cgroup" : "");
    return done;
}

// Of the group's path, what is there already may be all that is ours.
static bool may_write_in(const char *group) {
    char path[TEXT_ROOM];
    text(path, sizeof path, "%s/%s", root, group);
    while (access(path, F_OK) && strlen(path) > strlen(root))
        *strrchr(path, '/') = 0;
    return access(path, W_OK) == 0;
}

static const char *find(const char *group) {
    group_name = group;
    if (!find_mount())
        return "no cgroup2 file system is mounted";
    if (!has_controllers(root, "cgroup.controllers"))
        return "the controllers memory and pids are not in cgroup v2";
    if (!may_write_in(group))
        return "the cgroup file system is not writable (a container needs a cgroup mounted: --cgroupns host "
               "--volume /sys/fs/cgroup/haetae.slice:/sys/fs/cgroup/haetae.slice)";
    return delegate(root) ? NULL : wanting;
}

static void enter_slot(const char *slot) {
    text(slot_path, sizeof slot_path, "%s/%s/%s", root, group_name, slot);
    cgroup_make(slot_path);
    cgroup_lock(slot_path);
    cgroup_remove_children(slot_path);
    for (char *slash = slot_path + strlen(root); (slash = strchr(slash + 1, '/'));) {
        *slash = 0;
        if (!delegate(slot_path))
            die("%s", wanting);
        *slash = '/';
    }
    if (!delegate(slot_path))
        die("%s", wanting);
}

// The worker's cgroup and the group's go with their last slot; until then rmdir fails, as it should.
static void leave_slot(void) {
    cgroup_remove_tree(slot_path);
    for (int above = 0; above < 2; above++) {
        *strrchr(slot_path, '/') = 0;
        (void)rmdir(slot_path);
    }
}

static void remove_slot(const char *worker, const char *slot) {
    char path[1024];
    text(path, sizeof path, "%s/%s", worker, slot);
    cgroup_remove_tree(path);
}

static void sweep(const char *worker) {
    char path[512];
    text(path, sizeof path, "%s/%s/%s", root, group_name, worker);
    cgroup_sweep(path, remove_slot);
}

static const char *path_of(const struct leaf *leaf) {
    static char path[1024];
    text(path, sizeof path, "%s/%s", slot_path, leaf->name);
    return path;
}

static void open_leaf(struct leaf *leaf) {
    const char *path = path_of(leaf);
    cgroup_make(path);
    leaf->directory = (int)must(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open %s", path);
    leaf->memory_limit = cgroup_open(path, "memory.max", O_RDWR);
    leaf->swap_limit = cgroup_open(path, "memory.swap.max", O_RDWR);
    leaf->memory_now = cgroup_open(path, "memory.current", O_RDONLY);
    leaf->memory_peak = cgroup_open(path, "memory.peak", peak_resets ? O_RDWR : O_RDONLY);
    leaf->memory_kernel = cgroup_open(path, "memory.stat", O_RDONLY);
    leaf->memory_events = cgroup_open(path, "memory.events", O_RDONLY);
    leaf->memory_reclaim = cgroup_open(path, "memory.reclaim", O_WRONLY);
    leaf->cpu = cgroup_open(path, "cpu.stat", O_RDONLY);
    leaf->processes = cgroup_open(path, "pids.max", O_RDWR);
    leaf->process_events = cgroup_open(path, "pids.events", O_RDONLY);
    if (leaf->swap_limit >= 0)
        cgroup_write(leaf->swap_limit, 0, "memory.swap.max");
}

static bool can_reset_peak(const struct leaf *leaf) {
    char path[1100];
    text(path, sizeof path, "%s/memory.peak", path_of(leaf));
    int peak = open(path, O_RDWR | O_CLOEXEC); // before Linux 6.12 it cannot be written
    bool can = peak >= 0 && pwrite(peak, "reset", 5, 0) == 5;
    if (peak >= 0)
        close(peak);
    return can;
}

static void close_leaf(struct leaf *leaf) {
    int *files[] = {&leaf->directory, &leaf->memory_limit, &leaf->swap_limit, &leaf->memory_now, &leaf->memory_peak,
        &leaf->memory_kernel, &leaf->memory_events, &leaf->memory_reclaim, &leaf->cpu, &leaf->processes, &leaf->process_events};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        close_files(files[i], 1);
    cgroup_remove_tree(path_of(leaf));
}

static void make(struct leaf *leaf) {
    cgroup_make(path_of(leaf));
    peak_resets = can_reset_peak(leaf);
    open_leaf(leaf);
}

static void join(struct leaf *leaf, pid_t launcher) {
    (void)leaf;
    (void)launcher; // stays in the supervisor's cgroup
}

static void settle(struct leaf *leaf) {
    leaf->base_bytes = cgroup_number(leaf->memory_now);
}

static uint64_t cpu_ns(struct leaf *leaf) {
    return cgroup_key(leaf->cpu, "usage_usec") * 1000 - leaf->before.cpu_ns;
}

static uint64_t oom_kills(struct leaf *leaf) {
    return cgroup_key(leaf->memory_events, "oom_kill") - leaf->before.oom_kills;
}

static uint64_t kernel_bytes(struct leaf *leaf) {
    return cgroup_key(leaf->memory_kernel, "kernel");
}

static void reclaim(struct leaf *leaf, uint64_t bytes) {
    char room[32];
    text(room, sizeof room, "%llu", (unsigned long long)bytes);
    // EAGAIN: less could be reclaimed than was asked for; the next look decides
    if (leaf->memory_reclaim >= 0 && pwrite(leaf->memory_reclaim, room, strlen(room), 0) < 0 && errno != EAGAIN)
        must(-1, "drop a cgroup's page cache");
}

static void forget(struct leaf *leaf) {
    leaf->base_bytes = leaf->residue_bytes = 0;
    leaf->now = (struct limits){0};
    leaf->before = (struct usage){0};
    leaf->used = false;
}

// A new leaf under a new name: the old one may linger in the kernel until its last page is gone.
static void renew(struct leaf *leaf) {
    close_leaf(leaf);
    char *number = strrchr(leaf->name, '+');
    if (number)
        *number = 0;
    size_t length = strlen(leaf->name);
    text(leaf->name + length, sizeof leaf->name - length, "+%u", sequence++);
    open_leaf(leaf);
    forget(leaf);
}

static void prepare(struct leaf *leaf) {
    if (!peak_resets && leaf->used)
        renew(leaf);
}

static bool reset(struct leaf *leaf, uint64_t program_bytes) {
    if (!cgroup_is_settled(leaf, program_bytes, kernel_bytes, reclaim))
        return false;
    must(pwrite(leaf->memory_peak, "reset", 5, 0), "reset memory.peak");
    return true;
}

static bool begin(struct leaf *leaf, const struct limits *limits) {
    prepare(leaf);
    leaf->used = true;
    if (peak_resets && !reset(leaf, limits->memory_bytes))
        return false;
    struct limits wanted = {cgroup_memory_limit(leaf, limits->memory_bytes), limits->processes};
    if (wanted.memory_bytes != leaf->now.memory_bytes)
        cgroup_write(leaf->memory_limit, wanted.memory_bytes, "memory.max");
    if (wanted.processes != leaf->now.processes)
        cgroup_write(leaf->processes, wanted.processes, "pids.max");
    leaf->now = wanted;
    leaf->before.cpu_ns = cgroup_key(leaf->cpu, "usage_usec") * 1000;
    return true;
}

static struct usage used(struct leaf *leaf) {
    uint64_t peak = leaf->memory_peak >= 0 ? cgroup_number(leaf->memory_peak) : 0;
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

const struct backend backend_v2 = {
    .name = "v2",
    .find = find,
    .enter_slot = enter_slot,
    .leave_slot = leave_slot,
    .sweep = sweep,
    .make = make,
    .join = join,
    .settle = settle,
    .prepare = prepare,
    .begin = begin,
    .cpu_ns = cpu_ns,
    .oom_kills = oom_kills,
    .used = used,
    .remove = close_leaf,
};

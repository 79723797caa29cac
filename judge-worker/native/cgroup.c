// What the back ends share: finding one, and small files with numbers in them.
#include "runner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct backend *const candidates[] = {&backend_v2, &backend_v1, &backend_none};

const struct backend *cgroups;
char cgroups_wanting[TEXT_ROOM];

// Takes the one that was asked for, or the best that is usable.
void choose_backend(const char *name, const char *group) {
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        if (name && strcmp(name, candidates[i]->name) != 0)
            continue;
        const char *wanting = candidates[i]->find(group);
        if (!wanting) {
            cgroups = candidates[i];
            return;
        }
        if (name)
            die("back end %s: %s", name, wanting);
        size_t length = strlen(cgroups_wanting);
        text(cgroups_wanting + length, sizeof cgroups_wanting - length, "%s%s: %s", i ? "; " : "needs a cgroup; ",
            candidates[i]->name, wanting);
    }
    die("there is no back end %s", name);
}

// Opens a file of a cgroup; -1 when it does not exist there.
int cgroup_open(const char *directory, const char *file, int flags) {
    char path[TEXT_ROOM];
    text(path, sizeof path, "%s/%s", directory, file);
    int opened = open(path, flags | O_CLOEXEC);
    if (opened < 0 && errno != ENOENT)
        must(opened, "open %s", path);
    return opened;
}

static void read_start(int file, char *room, size_t size) {
    ssize_t length = must(pread(file, room, size - 1, 0), "read a cgroup's file");
    room[length] = 0;
}

uint64_t cgroup_number(int file) {
    char room[64];
    read_start(file, room, sizeof room);
    return strtoull(room, NULL, 10);
}

// The number behind a key in a file of "key number" lines; 0 when it is not there.
uint64_t cgroup_key(int file, const char *key) {
    char room[2048];
    size_t length = strlen(key);
    read_start(file, room, sizeof room);
    for (char *line = room; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (!strncmp(line, key, length) && line[length] == ' ')
            return strtoull(line + length, NULL, 10);
    }
    return 0;
}

void cgroup_write(int file, uint64_t value, const char *what) {
    char room[32];
    text(room, sizeof room, "%llu", (unsigned long long)value);
    must(pwrite(file, room, strlen(room), 0), "set %s to %s", what, room);
}

// Makes a cgroup and those above it.
void cgroup_make(const char *directory) {
    char path[TEXT_ROOM];
    text(path, sizeof path, "%s", directory);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0755) && errno != EEXIST && errno != EROFS)
            must(-1, "make the cgroup %s", path);
        *slash = '/';
    }
    if (mkdir(path, 0755) && errno != EEXIST)
        must(-1, "make the cgroup %s", path);
}

// Holds the slot's cgroup for as long as this process lives.
void cgroup_lock(const char *directory) {
    int lock = (int)must(open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open %s", directory);
    if (flock(lock, LOCK_EX | LOCK_NB))
        die("another runner has this slot: %s is locked", directory);
}

static bool is_locked(const char *directory) {
    int lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool locked = lock >= 0 && flock(lock, LOCK_EX | LOCK_NB);
    close_files(&lock, 1);
    return locked;
}

// Calls back for each slot below a worker's cgroup that no runner holds.
void cgroup_sweep(const char *worker, void (*remove)(const char *worker, const char *slot)) {
    DIR *entries = opendir(worker);
    if (!entries)
        return;
    for (struct dirent *entry; (entry = readdir(entries));) {
        char path[TEXT_ROOM];
        text(path, sizeof path, "%s/%s", worker, entry->d_name);
        if (entry->d_type == DT_DIR && !strncmp(entry->d_name, "slot", 4) && !is_locked(path))
            remove(worker, entry->d_name);
    }
    closedir(entries);
}

static void kill_members(const char *directory) {
    char path[TEXT_ROOM];
    text(path, sizeof path, "%s/cgroup.procs", directory);
    FILE *members = fopen(path, "re");
    int pid;
    while (members && fscanf(members, "%d", &pid) == 1)
        kill(pid, SIGKILL); // one that has ended meanwhile is as good
    if (members)
        fclose(members);
}

static void remove_one(const char *directory) {
    enum { TRIES = 2000, PAUSE_US = 1000 };
    for (int i = 0; i < TRIES; i++) {
        if (!rmdir(directory) || errno == ENOENT)
            return;
        if (errno != EBUSY)
            break;
        kill_members(directory);
        pause_us(PAUSE_US); // what was killed is still dying
    }
    must(-1, "remove the cgroup %s", directory);
}

// Removes the cgroups below one, killing what is in them.
void cgroup_remove_children(const char *directory) {
    DIR *entries = opendir(directory);
    if (!entries)
        return;
    for (struct dirent *entry; (entry = readdir(entries));) {
        char path[TEXT_ROOM];
        if (entry->d_type != DT_DIR || *entry->d_name == '.')
            continue;
        text(path, sizeof path, "%s/%s", directory, entry->d_name);
        cgroup_remove_tree(path);
    }
    closedir(entries);
}

void cgroup_remove_tree(const char *directory) {
    cgroup_remove_children(directory);
    remove_one(directory);
}

// What is not worth waiting for: a little of anything. Of single processes that have ended the kernel frees some 60 KiB each only after its next RCU
// grace period, up to 20 ms later: while short runs follow each other there is always some of that, and a limit is blurred by so small a part.
enum { SLACK = 1 << 20, KERNEL_SLACK_DIVISOR = 64 };

// Whether what an earlier run had is gone: page cache is dropped, what was killed a moment ago is waited for.
bool cgroup_is_settled(struct leaf *leaf, uint64_t program_bytes, uint64_t (*kernel_bytes)(struct leaf *leaf),
    void (*reclaim)(struct leaf *leaf, uint64_t bytes)) {
    enum { TRIES = 200, PAUSE_US = 500 };
    const uint64_t kernel_slack = leaf->crowded ? SLACK : SLACK + program_bytes / KERNEL_SLACK_DIVISOR;
    for (int i = 0; i < TRIES; i++) {
        uint64_t now = cgroup_number(leaf->memory_now);
        leaf->base_bytes = now < leaf->base_bytes ? now : leaf->base_bytes; // files may have gone since the run that left them
        leaf->residue_bytes = now - leaf->base_bytes;
        if (leaf->residue_bytes <= SLACK)
            return true;
        uint64_t kernel = kernel_bytes(leaf), others = now > kernel ? now - kernel : 0;
        if (kernel <= kernel_slack && others <= leaf->base_bytes + SLACK)
            return true;
        if (others > leaf->base_bytes + SLACK)
            reclaim(leaf, others - leaf->base_bytes);
        pause_us(PAUSE_US);
    }
    return false;
}

// The limit that leaves a program so much. What lingers must not count against it; rounded up, since it is another every time and setting a limit
// takes a while.
uint64_t cgroup_memory_limit(const struct leaf *leaf, uint64_t program_bytes) {
    uint64_t lingering = leaf->residue_bytes <= SLACK ? 0 : (leaf->residue_bytes + SLACK - 1) / SLACK * SLACK;
    return leaf->base_bytes + lingering + program_bytes;
}

void close_files(int *files, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (files[i] >= 0)
            close(files[i]);
        files[i] = -1;
    }
}

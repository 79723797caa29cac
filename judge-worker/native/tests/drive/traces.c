// What a run may not leave, seen from outside of its box: processes of its users, cgroups, memory charged to them.
#include "drive.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_UID = 60000, BOXES = 2, MIB = 1 << 20 };

// A leaf may keep this much of a run until the next one (see cgroup_is_settled).
enum { SLACK_BYTES = 3 * MIB };

static uid_t uid_of(const char *process) {
    char path[TEXT_ROOM], line[256];
    unsigned uid = ~0U;
    text(path, sizeof path, "/proc/%s/status", process);
    FILE *status = fopen(path, "re");
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "Uid: %u", &uid) == 1)
            break;
    if (status)
        fclose(status);
    return uid; // of one that has ended: nobody's
}

// Zombies count: whoever is dead and not reaped still takes a place.
static unsigned processes_of(const struct client *client) {
    unsigned count = 0;
    DIR *processes = opendir("/proc");
    for (struct dirent *entry; processes && (entry = readdir(processes));) {
        if (*entry->d_name < '1' || *entry->d_name > '9')
            continue;
        uid_t uid = uid_of(entry->d_name);
        count += uid >= FIRST_UID + BOXES * client->slot && uid < FIRST_UID + BOXES * (client->slot + 1);
    }
    closedir(processes);
    return count;
}

static void find(const char *format, const struct client *client, glob_t *found) {
    char pattern[TEXT_ROOM];
    text(pattern, sizeof pattern, format, client->worker, client->slot);
    *found = (glob_t){0};
    (void)glob(pattern, GLOB_BRACE, NULL, found); // nothing found is an answer
}

static unsigned count(const char *format, const struct client *client) {
    glob_t found;
    find(format, client, &found);
    unsigned count = (unsigned)found.gl_pathc;
    globfree(&found);
    return count;
}

static uint64_t number_in(const char *path) {
    char line[64] = "";
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, line, sizeof line - 1) <= 0)
        *line = 0;
    close_files(&file, 1);
    return strtoull(line, NULL, 10);
}

// Of all leaves of the slot.
uint64_t charged_bytes(const struct client *client) {
    glob_t found;
    uint64_t sum = 0;
    find("/sys/fs/cgroup/{,*/}haetae/%s/slot%u/*/memory.{current,usage_in_bytes}", client, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        sum += number_in(found.gl_pathv[i]);
    globfree(&found);
    return sum;
}

bool has_cgroups(const struct client *client) {
    return count("/sys/fs/cgroup/{,*/}haetae/%s/slot%u", client) > 0;
}

static const char *trace(const struct client *client, uint64_t base_bytes) {
    if (processes_of(client) > 0)
        return "a process is left";
    // v1 has a leaf in each of its hierarchies
    if (count("/sys/fs/cgroup/{,*/}haetae/%s/slot%u/*/cgroup.procs", client)
        > count("/sys/fs/cgroup/{,*/}haetae/%s/slot%u/cgroup.procs", client))
        return "a cgroup is left";
    if (charged_bytes(client) > base_bytes + SLACK_BYTES)
        return "memory is left charged";
    return NULL;
}

// NULL as soon as there is none, else what is still there after a while.
const char *trace_left(const struct client *client, uint64_t base_bytes, const struct pace *pace) {
    enum { TRIES = 10000, PAUSE_US = 1000 };
    const char *left = NULL;
    for (uint64_t i = 0; i < TRIES * pace->slow && (left = trace(client, base_bytes)); i++)
        pause_us(PAUSE_US);
    return left;
}

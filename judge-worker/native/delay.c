// How long programs were runnable and did not have the core, from the scheduler's own account. Used by L, which alone sees them.
#include "launcher.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int process_directory;

void open_delays(void) {
    process_directory = (int)must(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open /proc");
}

// The second number of a thread's schedstat.
static uint64_t thread_delay(int directory, const char *thread) {
    char path[NAME_MAX + 16], line[128];
    snprintf(path, sizeof path, "%s/schedstat", thread);
    int file = openat(directory, path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0; // it has ended
    ssize_t length = read(file, line, sizeof line - 1);
    close(file);
    line[length > 0 ? length : 0] = 0;
    char *delay = strchr(line, ' ');
    return delay ? strtoull(delay, NULL, 10) : 0;
}

static uint64_t most_in(int directory, uint64_t (*measure)(int directory, const char *name)) {
    uint64_t most = 0;
    DIR *entries = directory < 0 ? NULL : fdopendir(directory);
    if (!entries)
        return 0;
    for (struct dirent *entry; (entry = readdir(entries));) {
        uint64_t value = *entry->d_name >= '1' && *entry->d_name <= '9' ? measure(dirfd(entries), entry->d_name) : 0;
        most = value > most ? value : most;
    }
    closedir(entries);
    return most;
}

static uint64_t process_delay(int directory, const char *process) {
    char path[NAME_MAX + 16];
    snprintf(path, sizeof path, "%s/task", process);
    if (!strcmp(process, "1"))
        return 0; // L itself
    return most_in(openat(directory, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), thread_delay);
}

// The longest of all threads of the box.
uint64_t longest_delay(void) {
    return most_in(openat(process_directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), process_delay);
}

// Of a process's main thread, also when it has ended and is not reaped yet.
uint64_t delay_of(pid_t pid) {
    char process[16];
    snprintf(process, sizeof process, "%d", pid);
    return thread_delay(process_directory, process);
}

// L, and what S tells it and hears of it, each function under the file that defines it.
#pragma once

#include "runner.h"

// launcher.c: starts programs
struct launch {
    uint64_t cores, stack_bytes, file_bytes, open_files, cpu_seconds;
    int number; // which run of the box it is; orders carry it, too
    uint32_t argument_count, environment_count;
    char strings[2 * STRINGS_ROOM];
};

enum order { ORDER_KILL = 40, ORDER_DELAY }; // signals of the real-time kind, each of which arrives

enum event_kind { EVENT_READY, EVENT_FAULT, EVENT_DELAY, EVENT_ENDED };

struct event {
    enum event_kind kind;
    int status;       // as wait4 gives it
    int launch_error; // an errno; the program did not start
    bool leftovers;
    bool alone; // the main process never had children or threads; else L has given up its priority, to reap
    uint64_t start_ns, end_ns, delay_ns, cpu_ns, max_rss_bytes;
    char message[256]; // of a fault
};

struct launcher_spec {
    struct rootfs_spec rootfs;
    int socket;
    int last_pid; // sets the last process number of whoever writes to it; -1 where there is no such thing
    bool clone_into_cgroup;
};
_Noreturn void launcher(const struct launcher_spec *spec);
void tell(const struct event *event);

// ending.c: sees them end
void await_endings(int last_pid);
void number_anew(void);
void end_run(pid_t pid, int number, struct event *event);

// delay.c
void open_delays(void);
uint64_t longest_delay(void);
uint64_t delay_of(pid_t pid);

// The runner's declarations, each under the file that defines it. How it all works is told in runner.1.md.
#pragma once

#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#ifndef __x86_64__
#error "The table of system calls is for x86-64"
#endif

enum { TEXT_ROOM = 4096, STRINGS_ROOM = 65536 };

enum { EXIT_UNPROVEN = 1, EXIT_USAGE = 2, EXIT_FAULT = 3 };

// NUL-terminated strings, one after the other.
struct strings {
    uint32_t count;
    size_t used;
    char at[STRINGS_ROOM];
};

struct bytes {
    const unsigned char *at;
    size_t length;
};

// fault.c: our own failures, which all end in die()
typedef void fault_handler(const char *message);
void on_fault(fault_handler *handler);
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
long must(long result, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text(char *room, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));

// clock.c
uint64_t now_ns(void);
uint64_t own_cpu_ns(void);
void pause_us(unsigned us);
struct timespec timespec_of(uint64_t ns);

// wire.c: bytes on their way to the client
struct wire {
    int socket; // where wire_flush sends them
    unsigned char *at;
    size_t start, end, room;
};
size_t wire_begin(struct wire *wire, uint16_t type);
void wire_number(struct wire *wire, uint16_t tag, uint64_t value);
void wire_bytes(struct wire *wire, uint16_t tag, const void *bytes, size_t length);
size_t wire_nest(struct wire *wire, uint16_t tag);
void wire_end(struct wire *wire, size_t frame_or_field);
unsigned char *wire_reserve(struct wire *wire, size_t length);
void wire_flush(struct wire *wire, bool wait);

// protocol.c: the request side of the protocol
enum frame_type {
    OPEN = 1,
    PUT,
    RUN,
    FETCH,
    CANCEL,
    PAIR,
    BATCH,
    PROGRAM, // no frame: one of a PAIR's two
    READY = 16,
    DONE,
    STDOUT,
    REPORT,
    FILE_CONTENT,
    REFUSED,
    FAULT,
    PAIRED
};

enum tag {
    TAG_BOX = 1,
    TAG_WRITABLE,
    TAG_KEEP,
    TAG_DISK,
    TAG_INODES,
    TAG_MOUNT,
    TAG_NAME,
    TAG_EXECUTABLE,
    TAG_DATA,
    TAG_PATH,
    TAG_ARGUMENT,
    TAG_ENVIRONMENT,
    TAG_CPU,
    TAG_WALL,
    TAG_MEMORY,
    TAG_OUTPUT,
    TAG_PROCESSES,
    TAG_STACK,
    TAG_OPEN_FILES,
    TAG_STDERR_HEAD,
    TAG_MOST,
    TAG_CONTESTANT,
    TAG_JURY,
    TAG_TRANSCRIPT_MOST,
    TAG_INPUT,
    TAG_STOP,
    TAG_ACCEPTS,
    TAG_ERROR_NAME,
    TAG_CORES,
    TAG_BACKEND = 32,
    TAG_MESSAGE,
    TAG_EXIT = 40,
    TAG_SIGNAL,
    TAG_KILLED,
    TAG_CPU_USED,
    TAG_WALL_USED,
    TAG_WAITED,
    TAG_PEAK,
    TAG_OOM_KILLS,
    TAG_PROCESS_HITS,
    TAG_OUTPUT_USED,
    TAG_OVER,
    TAG_LEFTOVERS,
    TAG_STDERR,
    TAG_RUSAGE_CPU,
    TAG_FIRST = 60,
    TAG_TRANSCRIPT,
    TAG_CUT
};

struct request {
    uint16_t type;
    uint64_t seen; // a bit for each rule of the table
    uint64_t box, writable, keep, disk_bytes, inodes, executable, most_bytes, transcript_bytes, stop, accepts;
    uint64_t cpu_ns, wall_ns, memory_bytes, output_bytes, processes, cores, stack_bytes, open_files, stderr_head_bytes;
    char name[TEXT_ROOM], error_name[TEXT_ROOM], path[TEXT_ROOM];
    struct bytes stdin_or_content, contestant, jury;
    struct strings arguments, environment, mounts, inputs;
};

bool read_frame(int socket, struct bytes *frame);
bool parse_request(struct bytes frame, struct request *request, char *complaint, size_t size);
bool parse_program(struct bytes fields, struct request *request, char *complaint, size_t size);
bool request_has(const struct request *request, enum tag tag);
bool is_work_name(const char *name);

// seccomp.c
struct filter_spec {
    const uint64_t *own_key; // opens clone3 and sched_setaffinity; NULL where nobody needs them
    bool locks;              // whether files can be locked
};
void load_filter(const struct filter_spec *spec);

// rootfs.c: what a box sees
struct rootfs_spec {
    const char *root, *work, *tmp; // directories as S sees them
    bool writable_work;
    uid_t uid;
    const struct strings *mounts;
};
void enter_rootfs(const struct rootfs_spec *spec);

// priority.c
bool raise_priority(pid_t pid);
void favour(pid_t pid);
void lower_priority(pid_t pid);

// messages.c: between S and L, with descriptors
void send_message(int socket, const void *message, size_t size, const int *descriptors, int count);
ssize_t receive_message(int socket, void *message, size_t size, int *descriptors, int most, int *count);

// cgroup.c: the three back ends behind one table of functions
struct limits {
    uint64_t memory_bytes, processes;
};

struct usage {
    uint64_t cpu_ns, memory_peak_bytes, oom_kills, process_hits;
};

struct leaf {
    char name[64];
    int directory; // v2: what programs are cloned into; else -1
    int memory_limit, swap_limit, memory_now, memory_peak, memory_kernel, memory_events, memory_reclaim, cpu, processes,
        process_events;
    uint64_t base_bytes;    // in use when no program runs
    uint64_t residue_bytes; // in use beside that when the run began
    struct limits now;      // as they are set
    struct usage before;    // the counters when the run began
    bool used;              // v2: a run began in it
    bool crowded;           // the last run had several processes or threads, of which much may linger
};

struct backend {
    const char *name;
    const char *(*find)(const char *group); // NULL when usable, else what is wanting
    void (*enter_slot)(const char *slot);   // makes and locks the slot's cgroup, removes what an earlier one left
    void (*leave_slot)(void);
    void (*sweep)(const char *worker); // removes what dead runners of a worker left
    void (*make)(struct leaf *leaf);
    void (*join)(struct leaf *leaf, pid_t launcher);
    void (*settle)(struct leaf *leaf);                             // at the end of OPEN: what is in use now is not the programs'
    void (*prepare)(struct leaf *leaf);                            // for the next run, when there is time; may be missing
    bool (*begin)(struct leaf *leaf, const struct limits *limits); // false: memory of an earlier run does not go away
    uint64_t (*cpu_ns)(struct leaf *leaf);
    uint64_t (*oom_kills)(struct leaf *leaf);
    struct usage (*used)(struct leaf *leaf);
    void (*remove)(struct leaf *leaf);
};
extern const struct backend *cgroups;
extern char cgroups_wanting[]; // why not a better one; empty when it is the best, or was asked for
void choose_backend(const char *name, const char *group);
int cgroup_open(const char *directory, const char *file, int flags);
uint64_t cgroup_number(int file);
uint64_t cgroup_key(int file, const char *key);
void cgroup_write(int file, uint64_t value, const char *what);
void cgroup_make(const char *directory);
void cgroup_lock(const char *directory);
void cgroup_sweep(const char *worker, void (*remove)(const char *worker, const char *slot));
void cgroup_remove_children(const char *directory);
void cgroup_remove_tree(const char *directory);
bool cgroup_is_settled(struct leaf *leaf, uint64_t program_bytes, uint64_t (*kernel_bytes)(struct leaf *leaf),
    void (*reclaim)(struct leaf *leaf, uint64_t bytes));
uint64_t cgroup_memory_limit(const struct leaf *leaf, uint64_t program_bytes);
void close_files(int *files, size_t count);

// cgroup_v1.c, cgroup_v2.c, cgroup_none.c
extern const struct backend backend_v1, backend_v2, backend_none;

// disk.c: the slot's file systems, as S sees them
void mount_tmpfs(const char *path, uint64_t bytes, uint64_t inodes, uid_t owner, mode_t mode);
void remount_tmpfs(const char *path, uint64_t bytes, uint64_t inodes);
uint64_t used_bytes(int directory);
void forget_times(int directory);
bool has_times(int directory);
struct box;
const char *put_file(const struct box *box, const struct request *request);
int make_output(const struct box *box, const char *wanted, const char **complaint);
bool fetch_file(int work, const struct request *request, struct wire *wire);

// box.c: S's side of a box
struct box {
    const char *name;
    uid_t uid;
    bool open, writable;
    bool raised; // L has real-time priority
    int runs;    // started so far
    uint64_t disk_bytes, inodes;
    struct strings mounts;
    pid_t launcher;
    clockid_t launcher_clock; // of L's own CPU time
    int socket, work, tmp;
    int last_pid; // as L has it
    char root_path[TEXT_ROOM], work_path[TEXT_ROOM], tmp_path[TEXT_ROOM];
    char nothing_path[TEXT_ROOM]; // an empty file, for those who are given nothing to read
    struct leaf leaf;
};
void prepare_box(struct box *box, const char *name, const char *directory, uid_t uid);
void open_box(struct box *box, const struct request *request);
void reopen_box(struct box *box);
void renew_tmp(struct box *box);
void close_box(struct box *box);
uint64_t launcher_cpu_ns(const struct box *box);

// slot.c: the slot's life, in serving and in checking
struct slot_spec {
    const char *name, *group, *backend, *directory;
    unsigned slot;
    int core; // the first of its cores; -1: choose
    unsigned cores;
};
extern struct box boxes[2];
extern cpu_set_t slot_cores;
void first_cores(uint64_t count, cpu_set_t *cores);
const char *want_of_cores(const struct request *request);
void start_slot(const struct slot_spec *spec);
void end_slot(void);

// supervisor.c
_Noreturn void serve(const struct slot_spec *spec, const char *socket_path);

// check.c, offenders.c
_Noreturn void check(const struct slot_spec *spec);
int offend(const char *name);

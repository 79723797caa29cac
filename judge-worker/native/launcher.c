// L: pid 1 of a box. Starts programs; ending.c sees them end.
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_STRINGS = STRINGS_ROOM + 1, STDIN = 0, STDOUT_STDERR = 2, LEAF = 3, DESCRIPTORS = 4, CHILD_STACK = 1 << 14 };

static int supervisor;
static uid_t user; // of the programs, and their group's number
static bool into_cgroup;
static cpu_set_t cores; // of the program
static uint64_t own_key[2];

static struct launch launch;
static char *arguments[MOST_STRINGS], *environment[MOST_STRINGS];
static int descriptors[DESCRIPTORS];
static _Alignas(16) char child_stack[CHILD_STACK];
static volatile int launch_error; // written by the child, in the memory that it shares
static sigset_t no_signals;       // that are blocked

// The capabilities that L keeps: to signal the box's uid, to become it and, where it is there, to number processes. Its children lose them by
// becoming the box's uid.
static const int kept_capabilities[] = {CAP_KILL, CAP_SETUID, CAP_SETGID, CAP_CHECKPOINT_RESTORE};

// The same for every run.
static const struct {
    int resource;
    rlim_t limit;
} fixed_limits[] = {
    {RLIMIT_CORE, 1}, // 1, not 0: it keeps a pipe in core_pattern from being started, which 0 does not
    {RLIMIT_MEMLOCK, 0},
    {RLIMIT_MSGQUEUE, 0},
    {RLIMIT_NICE, 0},
    {RLIMIT_RTPRIO, 0},
};

void tell(const struct event *event) {
    send_message(supervisor, event, sizeof *event, NULL, 0);
}

static void tell_fault(const char *message) {
    struct event event = {.kind = EVENT_FAULT};
    snprintf(event.message, sizeof event.message, "%s", message);
    tell(&event);
}

static bool is_kept(int capability) {
    for (size_t i = 0; i < sizeof kept_capabilities / sizeof *kept_capabilities; i++)
        if (kept_capabilities[i] == capability)
            return true;
    return false;
}

static void drop_privileges(void) {
    for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
        if (!is_kept(capability))
            must(prctl(PR_CAPBSET_DROP, capability, 0, 0, 0), "drop capability %d", capability);
    enum { WORDS = 2, BITS = 32 };
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[WORDS];
    uint32_t kept[WORDS] = {0};
    for (size_t i = 0; i < sizeof kept_capabilities / sizeof *kept_capabilities; i++)
        kept[kept_capabilities[i] / BITS] |= 1U << kept_capabilities[i] % BITS;
    must(syscall(SYS_capget, &header, sets), "look at capabilities");
    for (int word = 0; word < WORDS; word++) {
        uint32_t left = sets[word].permitted & kept[word];
        sets[word] = (struct __user_cap_data_struct){.permitted = left, .effective = left};
    }
    must(syscall(SYS_capset, &header, sets), "drop capabilities");
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
}

static void set_fixed_limits(void) {
    for (size_t i = 0; i < sizeof fixed_limits / sizeof *fixed_limits; i++) {
        struct rlimit limit = {fixed_limits[i].limit, fixed_limits[i].limit};
        must(setrlimit((unsigned)fixed_limits[i].resource, &limit), "set resource limit %d", fixed_limits[i].resource);
    }
}

static void set_signals(void) {
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL); // fails for SIGKILL and SIGSTOP, which are as they should be
    signal(SIGXFSZ, SIG_IGN);    // so that a write beyond the file size limit fails with EFBIG
    sigemptyset(&no_signals);
}

// ---- the child: raw system calls only, since it shares L's memory until exec, and L goes on

static void child_check(long result) {
    if (result < 0) {
        launch_error = errno;
        _exit(127);
    }
}

static void child_limit(unsigned resource, rlim_t value) {
    struct rlimit limit = {value, value};
    child_check(setrlimit(resource, &limit));
}

static void child_pin(void) {
    child_check(syscall(SYS_sched_setaffinity, 0, sizeof cores, &cores, 0, own_key[0], own_key[1]));
}

static _Noreturn void child_exec(void) {
    // L's core is inherited, but before Linux 6.2 not by who comes into another cpuset, as a cgroup below the root has one under systemd.
    if (into_cgroup || launch.cores > 1)
        child_pin();
    for (int number = STDIN; number <= STDOUT_STDERR; number++)
        child_check(dup2(descriptors[number], number));
    child_limit(RLIMIT_FSIZE, launch.file_bytes);
    child_limit(RLIMIT_STACK, launch.stack_bytes ? launch.stack_bytes : RLIM_INFINITY);
    child_limit(RLIMIT_NOFILE, launch.open_files);
    if (launch.cpu_seconds)
        child_limit(RLIMIT_CPU, launch.cpu_seconds);
    child_check(sigprocmask(SIG_SETMASK, &no_signals, NULL));
    child_check(setpgid(0, 0)); // no session of its own: the kernel would make a scheduling group for each
    // The C library's set-id functions would run handlers for other threads; these are the bare calls.
    child_check(syscall(SYS_setresgid, user, user, user));
    child_check(syscall(SYS_setresuid, user, user, user));
    child_check(execve(arguments[0], arguments, environment));
    _exit(127);
}

struct registers {
    long call, rdi, rsi, rdx, r8, r9;
};

// The child goes on in child_exec, on a stack of its own: it shares L's memory as after vfork, but L does not wait for its exec, which would take
// two changes of who has the core.
static long clone_with(const struct registers *given) {
    long result;
    register long r10 __asm__("r10") = 0, r8 __asm__("r8") = given->r8, r9 __asm__("r9") = given->r9;
    __asm__ volatile(
        "syscall\n\t"
        "test %%rax, %%rax\n\t"
        "jnz 1f\n\t"
        "xor %%ebp, %%ebp\n\t"
        "call *%%rbx\n\t"
        "hlt\n"
        "1:"
        : "=a"(result)
        : "0"(given->call), "D"(given->rdi), "S"(given->rsi), "d"(given->rdx), "b"(child_exec), "r"(r10), "r"(r8), "r"(r9)
        : "rcx", "r11", "memory");
    return result;
}

// Into the leaf where there is one.
static long clone_child(void) {
    struct clone_args call = {
        .flags = CLONE_VM | CLONE_INTO_CGROUP,
        .exit_signal = SIGCHLD,
        .stack = (uintptr_t)child_stack,
        .stack_size = sizeof child_stack,
        .cgroup = (unsigned)descriptors[LEAF],
    };
    if (into_cgroup)
        return clone_with(&(struct registers){SYS_clone3, (long)&call, sizeof call, 0, (long)own_key[0], (long)own_key[1]});
    return clone_with(&(struct registers){SYS_clone, CLONE_VM | SIGCHLD, (long)(child_stack + sizeof child_stack), 0, 0, 0});
}

static void run_launch(struct event *event, int descriptor_count) {
    launch_error = 0;
    first_cores(launch.cores, &cores);
    number_anew();
    event->start_ns = now_ns();
    long pid = clone_child();
    for (int i = 0; i < descriptor_count; i++)
        close(descriptors[i]); // so that the ends of the pipes are the program's alone; the child still needs the numbers
    if (pid < 0) {
        event->launch_error = (int)-pid;
        return;
    }
    end_run((pid_t)pid, launch.number, event);
    event->launch_error = launch_error;
}

static void lay_out_strings(void) {
    char *next = launch.strings;
    for (uint32_t i = 0; i < launch.argument_count; i++, next += strlen(next) + 1)
        arguments[i] = next;
    arguments[launch.argument_count] = NULL;
    for (uint32_t i = 0; i < launch.environment_count; i++, next += strlen(next) + 1)
        environment[i] = next;
    environment[launch.environment_count] = NULL;
}

static void serve_supervisor(void) {
    for (;;) {
        int count;
        ssize_t length = receive_message(supervisor, &launch, sizeof launch, descriptors, DESCRIPTORS, &count);
        if (length == 0)
            _exit(0);
        lay_out_strings();
        struct event event = {.kind = EVENT_ENDED};
        run_launch(&event, count);
        tell(&event);
    }
}

// Never returns: L ends with S, and the box with L.
void launcher(const struct launcher_spec *spec) {
    supervisor = spec->socket;
    user = spec->rootfs.uid;
    into_cgroup = spec->clone_into_cgroup;
    on_fault(tell_fault);
    must(prctl(PR_SET_PDEATHSIG, SIGKILL), "ask to die with the supervisor");
    must(prctl(PR_SET_NAME, "haetae-launcher"), "take a name");
    must(setsid(), "make a session");
    if (!into_cgroup) // L is in its leaf, which becomes the root that programs see; outside it could not clone into the leaf any more
        must(unshare(CLONE_NEWCGROUP), "make a cgroup namespace");
    must(sethostname("judge", 5), "set the host name");
    enter_rootfs(&spec->rootfs);
    open_delays();
    must(getrandom(own_key, sizeof own_key, 0), "getrandom");
    set_fixed_limits();
    set_signals();
    await_endings(spec->last_pid);
    must(setgroups(0, NULL), "leave all groups"); // for the programs, which inherit it
    drop_privileges();
    load_filter(&(struct filter_spec){into_cgroup || CPU_COUNT(&slot_cores) > 1 ? own_key : NULL, spec->rootfs.writable_work});
    tell(&(struct event){.kind = EVENT_READY});
    serve_supervisor();
    _exit(0);
}

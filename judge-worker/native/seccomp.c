// The filter that every program inherits from L: an allow-list, compiled into a balanced tree so that a call costs a few comparisons.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NUMBERS = 512, X32_BIT = 0x40000000, ROOM = 2048 };

enum action {
    UNKNOWN,
    ALLOW,
    FORBIDDEN,
    NO_SOCKETS,
    LOCAL_PAIR,
    PLAIN_CLONE,
    KEYED_CLONE3,
    KEYED_PIN,
    PLAIN_MAP,
    PLAIN_MEMFD,
    PLAIN_FCNTL,
    NAMED_OPEN,
    NAMED_OPENAT,
    OWN_CLOCK,
    LOCK,
    SET_LIMIT,
    GET_OR_SET_LIMIT
};

static const struct {
    enum action action;
    short calls[100];
} table[] = {
    // Files and pipes. Permissions are those of the mounts and of the box's uid.
    {ALLOW,
        {SYS_read, SYS_write, SYS_close, SYS_stat, SYS_fstat, SYS_lstat, SYS_poll, SYS_lseek, SYS_ioctl, SYS_pread64,
            SYS_pwrite64, SYS_readv, SYS_writev, SYS_access, SYS_pipe, SYS_select, SYS_dup, SYS_dup2, SYS_dup3, SYS_fsync,
            SYS_fdatasync, SYS_truncate, SYS_ftruncate, SYS_getdents, SYS_getdents64, SYS_getcwd, SYS_chdir, SYS_fchdir,
            SYS_rename, SYS_renameat, SYS_renameat2, SYS_mkdir, SYS_mkdirat, SYS_rmdir, SYS_creat, SYS_link, SYS_linkat,
            SYS_unlink, SYS_unlinkat, SYS_symlink, SYS_symlinkat, SYS_readlink, SYS_readlinkat, SYS_chmod, SYS_fchmod,
            SYS_fchmodat, SYS_chown, SYS_fchown, SYS_lchown, SYS_fchownat, SYS_umask, SYS_utime, SYS_utimes, SYS_utimensat,
            SYS_futimesat, SYS_mknod, SYS_mknodat, SYS_statfs, SYS_fstatfs, SYS_newfstatat, SYS_faccessat, SYS_faccessat2,
            SYS_pselect6, SYS_ppoll, SYS_pipe2, SYS_preadv, SYS_pwritev, SYS_preadv2, SYS_pwritev2, SYS_sendfile,
            SYS_copy_file_range, SYS_fallocate, SYS_fadvise64, SYS_readahead, SYS_sync_file_range, SYS_close_range,
            SYS_epoll_create, SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_wait, SYS_epoll_pwait, SYS_epoll_pwait2, SYS_eventfd,
            SYS_eventfd2, SYS_signalfd, SYS_signalfd4, SYS_timerfd_create, SYS_timerfd_settime, SYS_timerfd_gettime}},
    // Memory
    {ALLOW, {SYS_mprotect, SYS_munmap, SYS_brk, SYS_mremap, SYS_msync, SYS_mincore, SYS_madvise, SYS_mlock, SYS_mlock2,
                SYS_munlock, SYS_mlockall, SYS_munlockall, SYS_pkey_alloc, SYS_pkey_free, SYS_pkey_mprotect, SYS_membarrier}},
    // Processes, threads, signals. Set-id calls are L's children's; a program has no other identity to take.
    {ALLOW, {SYS_fork, SYS_vfork, SYS_execve, SYS_execveat, SYS_exit, SYS_exit_group, SYS_wait4, SYS_waitid, SYS_kill, SYS_tkill,
                SYS_tgkill, SYS_pidfd_open, SYS_pidfd_send_signal, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn,
                SYS_rt_sigpending, SYS_rt_sigtimedwait, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_rt_sigsuspend,
                SYS_sigaltstack, SYS_pause, SYS_futex, SYS_set_tid_address, SYS_set_robust_list, SYS_get_robust_list, SYS_rseq,
                SYS_arch_prctl, SYS_prctl, SYS_restart_syscall, SYS_getpid, SYS_gettid, SYS_getppid, SYS_getpgrp, SYS_getpgid,
                SYS_getsid, SYS_setpgid, SYS_setsid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getresuid,
                SYS_getresgid, SYS_getgroups, SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid,
                SYS_setgroups, SYS_capget, SYS_getrlimit, SYS_getrusage, SYS_times, SYS_sched_yield, SYS_sched_getaffinity,
                SYS_sched_getparam, SYS_sched_setparam, SYS_sched_getscheduler, SYS_sched_setscheduler,
                SYS_sched_get_priority_max, SYS_sched_get_priority_min, SYS_getpriority, SYS_getcpu}},
    // Time and the machine
    {ALLOW,
        {SYS_nanosleep, SYS_clock_getres, SYS_gettimeofday, SYS_time, SYS_alarm, SYS_getitimer, SYS_setitimer, SYS_timer_settime,
            SYS_timer_gettime, SYS_timer_getoverrun, SYS_timer_delete, SYS_uname, SYS_sysinfo, SYS_getrandom}},
    // L's talk with S. A program has at most a pair of its own to use them on.
    {ALLOW, {SYS_sendmsg, SYS_recvmsg}},
    // Known and refused, in the way in which an ordinary user is refused
    {FORBIDDEN, {SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_mount, SYS_umount2, SYS_pivot_root,
                    SYS_chroot, SYS_setns, SYS_unshare, SYS_bpf, SYS_perf_event_open, SYS_init_module, SYS_finit_module,
                    SYS_delete_module, SYS_kexec_load, SYS_kexec_file_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct,
                    SYS_quotactl, SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_sethostname,
                    SYS_setdomainname, SYS_iopl, SYS_ioperm, SYS_open_by_handle_at, SYS_name_to_handle_at, SYS_syslog,
                    SYS_vhangup, SYS_setpriority, SYS_sched_setattr, SYS_ioprio_set, SYS_personality, SYS_capset, SYS_userfaultfd,
                    SYS_add_key, SYS_request_key, SYS_keyctl, SYS_setfsuid, SYS_setfsgid, SYS_pidfd_getfd}},
    {NO_SOCKETS, {SYS_socket}},
    {LOCAL_PAIR, {SYS_socketpair}},
    {PLAIN_CLONE, {SYS_clone}},
    {KEYED_CLONE3, {SYS_clone3}},
    {KEYED_PIN, {SYS_sched_setaffinity}},
    {PLAIN_MAP, {SYS_mmap}},
    {PLAIN_MEMFD, {SYS_memfd_create}},
    {PLAIN_FCNTL, {SYS_fcntl}},
    {NAMED_OPEN, {SYS_open}},
    {NAMED_OPENAT, {SYS_openat}}, // openat2 has its flags in memory, where a filter cannot look
    {OWN_CLOCK, {SYS_clock_gettime, SYS_clock_nanosleep, SYS_timer_create}},
    {LOCK, {SYS_flock}},
    {SET_LIMIT, {SYS_setrlimit}},
    {GET_OR_SET_LIMIT, {SYS_prlimit64}},
};

struct range {
    unsigned from;
    enum action action;
};

static struct sock_filter program[ROOM];
static unsigned used;

static unsigned emit(uint16_t code, uint32_t value, uint8_t when, uint8_t otherwise) {
    if (used == ROOM)
        die("the system call filter is too long");
    program[used] = (struct sock_filter){code, when, otherwise, value};
    return used++;
}

static void load_word(size_t offset) {
    emit(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(uint32_t result) {
    emit(BPF_RET | BPF_K, result, 0, 0);
}

static void refuse(int reason) {
    answer(SECCOMP_RET_ERRNO | (uint32_t)reason);
}

static void load_argument(unsigned number) {
    load_word(offsetof(struct seccomp_data, args) + number * sizeof(uint64_t));
}

static void refuse_value(unsigned argument, uint32_t value, int reason) {
    load_argument(argument);
    emit(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    refuse(reason);
}

static void refuse_bits(unsigned argument, uint32_t bits, int reason) {
    load_argument(argument);
    emit(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
    refuse(reason);
}

// A pair of unix sockets is only another kind of pipe, which the JVM cannot do without; its buffers are charged as memory.
static void emit_local_pair(void) {
    load_argument(0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0);
    refuse(EACCES);
}

static void emit_plain_clone(void) {
    refuse_bits(
        0, CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP, EPERM);
}

// Directories tell their readers of others' doings in them by signals, locks by their conflicts: what boxes share would be a way between them.
// A tool chain may lock, as Go's cannot do without.
static void emit_plain_fcntl(bool locks) {
    refuse_value(1, F_NOTIFY, EINVAL);
    if (locks)
        return;
    refuse_value(1, F_GETLK, ENOLCK);
    refuse_value(1, F_OFD_GETLK, ENOLCK);
}

static void emit_lock(bool locks) {
    if (!locks)
        refuse(ENOLCK);
}

// What a file was that never had a name shows in no directory's times, but in the numbers of later files.
static void emit_named_open(unsigned flags) {
    refuse_bits(flags, O_TMPFILE & ~O_DIRECTORY, EOPNOTSUPP);
}

// L's clocks would tell how much the earlier runs gave it to do.
static void emit_own_clock(void) {
    enum { LAUNCHER = 1, KINDS = 3, KIND_BITS = 3 };
    for (uint32_t kind = 0; kind < KINDS; kind++)
        refuse_value(0, ~(uint32_t)LAUNCHER << KIND_BITS | kind, EINVAL);
}

// RLIMIT_CORE stays 1, which alone keeps a pipe in core_pattern from being started. Whoever sets it is told that it is done: no core is dumped.
static void emit_set_limit(void) {
    refuse_value(0, RLIMIT_CORE, 0);
}

static void emit_get_or_set_limit(void) {
    load_argument(1);
    emit(BPF_JMP | BPF_JEQ | BPF_K, RLIMIT_CORE, 0, 5);
    load_argument(2); // the new limit, or NULL, in two words
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load_word(offsetof(struct seccomp_data, args[2]) + sizeof(uint32_t));
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
    refuse(0);
}

// Only L may call clone3, to clone into a cgroup, and its child sched_setaffinity before it execs. Their arguments lie in memory, where a filter cannot
// look, so that L shows a random key in two argument registers that neither uses. Everybody else falls back to clone, and stays on the core.
static void emit_keyed(const uint64_t *key, int reason) {
    for (unsigned word = 0; key && word < 4; word++) {
        load_word(offsetof(struct seccomp_data, args[4]) + 4 * word);
        emit(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(key[word / 2] >> (word % 2 * 32)), 1, 0);
        refuse(reason);
    }
    if (!key)
        refuse(reason);
}

// What is not refused is allowed.
static void emit_action(enum action action, const struct filter_spec *spec) {
    switch (action) {
    case ALLOW: break;
    case UNKNOWN: refuse(ENOSYS); break;
    case FORBIDDEN: refuse(EPERM); break;
    case NO_SOCKETS: refuse(EACCES); break;
    case LOCAL_PAIR: emit_local_pair(); break;
    case PLAIN_CLONE: emit_plain_clone(); break;
    case KEYED_CLONE3: emit_keyed(spec->own_key, ENOSYS); break;
    case KEYED_PIN: emit_keyed(spec->own_key, EPERM); break;
    case PLAIN_MAP: refuse_bits(3, MAP_HUGETLB, ENOMEM); break; // no cgroup counts pages of the host's pool
    case PLAIN_MEMFD: refuse_bits(1, MFD_HUGETLB, EINVAL); break;
    case PLAIN_FCNTL: emit_plain_fcntl(spec->locks); break;
    case NAMED_OPEN: emit_named_open(1); break;
    case NAMED_OPENAT: emit_named_open(2); break;
    case OWN_CLOCK: emit_own_clock(); break;
    case LOCK: emit_lock(spec->locks); break;
    case SET_LIMIT: emit_set_limit(); break;
    case GET_OR_SET_LIMIT: emit_get_or_set_limit(); break;
    }
    answer(SECCOMP_RET_ALLOW);
}

static void emit_tree(const struct range *ranges, unsigned count, const struct filter_spec *spec) {
    if (count == 1) {
        emit_action(ranges->action, spec);
        return;
    }
    unsigned half = count / 2;
    emit(BPF_JMP | BPF_JGE | BPF_K, ranges[half].from, 0, 1);
    unsigned jump = emit(BPF_JMP | BPF_JA, 0, 0, 0); // conditional jumps reach only 255 instructions
    emit_tree(ranges, half, spec);
    program[jump].k = used - jump - 1;
    emit_tree(ranges + half, count - half, spec);
}

static unsigned find_ranges(struct range *ranges) {
    enum action actions[NUMBERS] = {UNKNOWN};
    for (size_t row = 0; row < sizeof table / sizeof *table; row++)
        for (size_t i = 0; i < sizeof table->calls / sizeof *table->calls; i++)
            if (table[row].calls[i] || i == 0) // SYS_read is 0 and stands first
                actions[table[row].calls[i]] = table[row].action;
    unsigned count = 0;
    for (unsigned number = 0; number < NUMBERS; number++)
        if (number == 0 || actions[number] != actions[number - 1])
            ranges[count++] = (struct range){number, actions[number]};
    if (actions[NUMBERS - 1] != UNKNOWN)
        die("the table of system calls is full");
    return count;
}

// After this only the table's calls are possible, for this process and all its children.
void load_filter(const struct filter_spec *spec) {
    struct range ranges[NUMBERS];
    used = 0;
    load_word(offsetof(struct seccomp_data, arch));
    emit(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0);
    answer(SECCOMP_RET_KILL_PROCESS);
    load_word(offsetof(struct seccomp_data, nr));
    emit(BPF_JMP | BPF_JSET | BPF_K, X32_BIT, 0, 1);
    answer(SECCOMP_RET_KILL_PROCESS);
    emit_tree(ranges, find_ranges(ranges), spec);
    struct sock_fprog filter = {(unsigned short)used, program};
    must(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter), "load the system call filter");
}

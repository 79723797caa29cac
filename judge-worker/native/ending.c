// How a run ends: L waits for the program, obeys S meanwhile, and leaves nobody behind.
#include "launcher.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int last_pid;
static sigset_t awaited; // L's signals stay blocked

// To be called once. Orders are signals, as the ends of children are, so that there is one thing to wait for.
void await_endings(int last_pid_file) {
    last_pid = last_pid_file;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGCHLD);
    sigaddset(&awaited, ORDER_KILL);
    sigaddset(&awaited, ORDER_DELAY);
    sigprocmask(SIG_SETMASK, &awaited, NULL);
}

// The numbers of processes would tell how many there were before. Nobody but L is there now.
void number_anew(void) {
    if (last_pid >= 0)
        (void)!pwrite(last_pid, "1", 1, 0); // not allowed without CHECKPOINT_RESTORE, as --check tells
}

static void obey(const siginfo_t *order, int number) {
    if (order->si_value.sival_int != number)
        return; // it came as the program that it was for ended by itself
    if (order->si_signo == ORDER_KILL)
        kill(-1, SIGKILL); // whoever is there; the answer is the ending
    if (order->si_signo == ORDER_DELAY)
        tell(&(struct event){.kind = EVENT_DELAY, .delay_ns = longest_delay()});
}

static bool has_ended(pid_t pid, struct rusage *use) {
    siginfo_t child = {0};
    return !syscall(SYS_waitid, P_PID, pid, &child, WEXITED | WNOHANG | WNOWAIT | __WALL, use) && child.si_pid == pid;
}

// Leaves it to be reaped.
static void await_end(pid_t pid, int number, struct rusage *use) {
    siginfo_t signal;
    do {
        if (sigwaitinfo(&awaited, &signal) > 0 && signal.si_signo != SIGCHLD)
            obey(&signal, number);
    } while (!has_ended(pid, use));
}

static uint64_t cpu_ns_of(const struct rusage *use) {
    const struct timeval *user = &use->ru_utime, *system = &use->ru_stime;
    return (uint64_t)(user->tv_sec + system->tv_sec) * 1000000000 + (uint64_t)(user->tv_usec + system->tv_usec) * 1000;
}

static pid_t reap(struct event *event) {
    struct rusage use;
    pid_t pid = wait4(-1, NULL, __WALL, &use);
    if (pid > 0)
        event->cpu_ns += cpu_ns_of(&use);
    return pid;
}

// Whether there is a child that has not ended, whose parent or whose parent's parent need not be one: orphans come to pid 1. Asked for who has
// stopped only, the kernel passes over those who have ended, and says so when there is nobody else (wait_consider_task).
static bool somebody_lives(void) {
    return waitid(P_ALL, 0, NULL, WSTOPPED | WNOHANG | WNOWAIT | __WALL) == 0;
}

// One kill is enough: the kernel does not let a fork slip through. It has to come before we give up our priority, or a bomb would keep us from it.
static bool kill_leftovers(void) {
    if (!somebody_lives())
        return false;
    kill(-1, SIGKILL);
    return true;
}

// Ends whoever is there beside the main process, which has ended. From then on everybody can be reaped.
static void end_others(struct event *event) {
    event->leftovers = kill_leftovers();
    lower_priority(0);
}

static void reap_all(struct event *event) {
    while (reap(event) > 0 || errno == EINTR)
        continue;
}

// The delay is worth a look at /proc only when the program did not have the core for a while.
static uint64_t final_delay(pid_t pid, uint64_t elapsed_ns, uint64_t cpu_ns) {
    enum { WORTHWHILE_NS = 5000000 };
    return elapsed_ns < cpu_ns + WORTHWHILE_NS ? 0 : delay_of(pid);
}

// Whether a process that is not reaped yet has had neither children nor threads: then the last number is still its own, which nobody else can get.
static bool was_alone(pid_t pid) {
    char number[16] = "";
    return last_pid >= 0 && pread(last_pid, number, sizeof number - 1, 0) > 0 && atol(number) == pid;
}

// Returns when the program that was started as this run of the box has ended and nobody else is there.
void end_run(pid_t pid, int number, struct event *event) {
    struct rusage use;
    await_end(pid, number, &use);
    event->end_ns = now_ns();
    event->alone = was_alone(pid);
    if (!event->alone)
        end_others(event);
    event->delay_ns = final_delay(pid, event->end_ns - event->start_ns, cpu_ns_of(&use));
    must(wait4(pid, &event->status, __WALL, &use), "wait for the program");
    event->cpu_ns = cpu_ns_of(&use);
    if (!event->alone)
        reap_all(event);
    event->max_rss_bytes = (uint64_t)use.ru_maxrss * 1024;
}

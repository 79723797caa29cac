// The limits in time: when S has to look at a run again, what it sees then, and whether it has to end it.
#include "run.h"

#include <signal.h>

enum { LEAST_WAIT_NS = 50000 };

#define MOST_DYING_NS 10000000000ULL // a killed run that is not over by then is our fault

static void order(const struct run *run, enum order what) {
    const union sigval number = {.sival_int = run->box->runs};
    must(sigqueue(run->box->launcher, (int)what, number), "signal the launcher of the %s box", run->box->name);
}

// An OOM kill that happened before is the cause, whatever we were about to say.
void kill_run(struct run *run, enum killed cause) {
    if (run->ended || run->killed != KILLED_NOT)
        return;
    run->killed = cgroups->oom_kills(&run->box->leaf) > 0 ? KILLED_MEMORY : cause;
    run->next_cpu_ns = run->next_wall_ns = NEVER;
    run->give_up_ns = now_ns() + MOST_DYING_NS;
    order(run, ORDER_KILL);
}

// On v1 L lives in the leaf, and its work is not the program's.
uint64_t cpu_since_start(const struct run *run, uint64_t leaf_ns) {
    if (run->box->leaf.directory >= 0)
        return leaf_ns;
    uint64_t now = launcher_cpu_ns(run->box), own = now > run->launcher_cpu_ns ? now - run->launcher_cpu_ns : 0;
    return leaf_ns > own ? leaf_ns - own : 0;
}

static uint64_t cpu_ns(const struct run *run) {
    return cpu_since_start(run, cgroups->cpu_ns(&run->box->leaf));
}

static uint64_t soon(uint64_t now, uint64_t left) {
    return now + (left > LEAST_WAIT_NS ? left : LEAST_WAIT_NS);
}

// The soonest that so much CPU time can have been used.
static uint64_t soonest(const struct run *run, uint64_t left) {
    return left / run->request->cores;
}

static void check_cpu(struct run *run, uint64_t now) {
    uint64_t used = cpu_ns(run), limit = run->request->cpu_ns;
    if (used >= limit)
        kill_run(run, KILLED_CPU);
    else
        run->next_cpu_ns = soon(now, soonest(run, limit - used));
}

// A thread that waited for the core while another of the program's had it does not count as waiting.
uint64_t waited_ns(uint64_t delay, uint64_t elapsed, uint64_t cpu) {
    uint64_t idle = elapsed > cpu ? elapsed - cpu : 0;
    return delay < idle ? delay : idle;
}

static uint64_t since(uint64_t before, uint64_t now) {
    return now > before ? now - before : 0;
}

static void check_wall(struct run *run, uint64_t delay) {
    uint64_t now = now_ns(), elapsed = now - run->wall_start_ns, limit = run->request->wall_ns;
    uint64_t delayed = since(run->wall_delay_ns, delay) + since(run->wall_own_ns, own_cpu_ns());
    uint64_t waited = waited_ns(delayed, elapsed, since(run->wall_cpu_ns, cpu_ns(run)));
    if (elapsed - waited >= limit)
        kill_run(run, KILLED_WALL);
    else
        run->next_wall_ns = soon(now, limit - (elapsed - waited));
}

// The answer of L: how long the program has been runnable without the core. The first one begins a guard that was to begin later.
void take_delay(struct run *run, uint64_t delay_ns) {
    if (run->killed != KILLED_NOT)
        return;
    if (!run->wall_start_ns) {
        run->wall_start_ns = now_ns();
        run->wall_delay_ns = delay_ns;
        run->wall_cpu_ns = cpu_ns(run);
        run->wall_own_ns = own_cpu_ns();
    }
    check_wall(run, delay_ns);
}

void begin_guards(struct run *run) {
    run->wall_start_ns = run->start_ns;
    run->wall_own_ns = own_cpu_ns();
    run->next_cpu_ns = run->start_ns + soonest(run, run->request->cpu_ns);
    run->next_wall_ns = run->start_ns + run->request->wall_ns;
    run->give_up_ns = NEVER;
}

// Until begin_wall there is no limit to the time that passes.
void begin_wall_later(struct run *run) {
    run->wall_start_ns = 0;
    run->next_wall_ns = NEVER;
}

void begin_wall(struct run *run) {
    if (!run->ended && run->killed == KILLED_NOT && !run->wall_start_ns)
        order(run, ORDER_DELAY);
}

void take_time(struct run *run) {
    uint64_t now = now_ns();
    if (now >= run->give_up_ns)
        die("the launcher of the %s box does not answer", run->box->name);
    if (now >= run->next_cpu_ns)
        check_cpu(run, now);
    if (now >= run->next_wall_ns) {
        run->next_wall_ns = NEVER; // until the answer is there
        order(run, ORDER_DELAY);
    }
}

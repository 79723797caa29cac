// The slot's life: a place on the host, its cores, a priority, a cgroup, two boxes.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FIRST_UID = 60000, BOXES = 2 };

static const char *const box_names[BOXES] = {"contestant", "jury"};

struct box boxes[BOXES];
cpu_set_t slot_cores;
static bool started;

static void check_directory(const char *directory) {
    struct stat status;
    must(stat(directory, &status), "look at %s", directory);
    if (!S_ISDIR(status.st_mode) || status.st_uid != geteuid() || status.st_mode & 077)
        die("%s has to be a directory of the runner's user with mode 0700", directory);
}

// A process of a box writes to this file; the kernel asks in whose name spaces it is. The /proc/sys that is there may be read-only, as in a container,
// and another cannot be mounted in a user namespace alone. -1 where there is neither: then process numbers go on, which --check tells.
static int open_last_pid(const char *place) {
    static const char name[] = "sys/kernel/ns_last_pid";
    char path[TEXT_ROOM];
    text(path, sizeof path, "/proc/%s", name);
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file >= 0 || mount("proc", place, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL))
        return file;
    text(path, sizeof path, "%s/%s", place, name);
    file = open(path, O_RDWR | O_CLOEXEC);
    must(umount2(place, MNT_DETACH), "unmount the /proc");
    return file;
}

// In a mount namespace of our own, the directory becomes the place for the slot's file systems: nothing shows on the host. There reading leaves
// no time behind, by which one program would see what another has read.
static int take_place(const char *directory) {
    check_directory(directory);
    must(unshare(CLONE_NEWNS), "make a mount namespace (this needs root and SYS_ADMIN)");
    struct mount_attr own = {.attr_set = MOUNT_ATTR_NOATIME, .attr_clr = MOUNT_ATTR__ATIME, .propagation = MS_PRIVATE};
    if (syscall(SYS_mount_setattr, AT_FDCWD, "/", AT_RECURSIVE, &own,
            sizeof own)) // mounts from outside of a user namespace keep theirs
        must(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "make mounts private");
    int last_pid = open_last_pid(directory);
    mount_tmpfs(directory, 1 << 20, 64, 0, 0700);
    return last_pid;
}

static int from_the_end(const cpu_set_t *allowed, unsigned number) {
    for (int core = CPU_SETSIZE - 1; core >= 0; core--)
        if (CPU_ISSET((size_t)core, allowed) && number-- == 0)
            return core;
    die("there is no core");
}

// Slots of one size do not overlap before there are more of them than fit.
static int choose_core(const struct slot_spec *spec, const cpu_set_t *allowed) {
    unsigned fit = (unsigned)CPU_COUNT(allowed) / spec->cores;
    if (fit == 0)
        die("a slot of %u cores, where the runner may use %d", spec->cores, CPU_COUNT(allowed));
    return from_the_end(allowed, (spec->slot % fit + 1) * spec->cores - 1);
}

// The first one, and as many of those after it as make up the slot's cores.
static void choose_cores(const struct slot_spec *spec) {
    cpu_set_t allowed;
    must(sched_getaffinity(0, sizeof allowed, &allowed), "sched_getaffinity");
    int core = spec->core >= 0 ? spec->core : choose_core(spec, &allowed);
    CPU_SET((size_t)core, &slot_cores);
    while (++core < CPU_SETSIZE && CPU_COUNT(&slot_cores) < (int)spec->cores)
        if (CPU_ISSET((size_t)core, &allowed))
            CPU_SET((size_t)core, &slot_cores);
    if (CPU_COUNT(&slot_cores) < (int)spec->cores)
        die("core %d is not followed by as many as make %u", spec->core, spec->cores);
}

// Of the slot's: those that a program may use which asked for so many. The first is S's and L's, too.
void first_cores(uint64_t count, cpu_set_t *cores) {
    CPU_ZERO(cores);
    for (size_t core = 0; count > 0; core++)
        if (CPU_ISSET(core, &slot_cores)) {
            CPU_SET(core, cores);
            count--;
        }
}

const char *want_of_cores(const struct request *request) {
    return (int)request->cores > CPU_COUNT(&slot_cores) ? "the slot has not so many cores" : NULL;
}

static void pin_to_the_first(void) {
    cpu_set_t first;
    first_cores(1, &first);
    must(sched_setaffinity(0, sizeof first, &first), "pin to a core");
    must(prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0), "ask for exact timers");
}

void start_slot(const struct slot_spec *spec) {
    char slot[128];
    text(slot, sizeof slot, "%s/slot%u", spec->name, spec->slot);
    choose_backend(spec->backend, spec->group);
    int last_pid = take_place(spec->directory);
    choose_cores(spec);
    pin_to_the_first();
    cgroups->enter_slot(slot);
    signal(SIGPIPE, SIG_IGN); // a program that does not read is told from the write
    favour(0);
    (void)raise_priority(0);
    for (unsigned i = 0; i < BOXES; i++) {
        prepare_box(&boxes[i], box_names[i], spec->directory, FIRST_UID + BOXES * spec->slot + i);
        boxes[i].last_pid = last_pid;
    }
    started = true;
}

// Leaves no process and no cgroup; the file systems go with this process.
void end_slot(void) {
    if (!started)
        return;
    started = false;
    for (unsigned i = 0; i < BOXES; i++)
        close_box(&boxes[i]);
    cgroups->leave_slot();
}

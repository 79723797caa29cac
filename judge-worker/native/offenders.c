// What --check runs in a box: this same program, doing what must be stopped. Exit code 0 means that it was stopped as it should be.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

static _Noreturn int burn(void) {
    for (volatile unsigned long i = 0;; i++)
        continue;
}

static _Noreturn int wait_for_ever(void) {
    for (;;)
        pause();
}

// Where nothing stops it, it stops itself before it harms the host.
static int hog(void) {
    enum { MOST_MIB = 256 };
    for (int i = 0; i < MOST_MIB; i++) {
        char *room = malloc(1 << 20);
        if (room)
            memset(room, 1, 1 << 20);
    }
    return 1;
}

static int breed(void) {
    for (int i = 0; i < 64; i++) {
        pid_t child = fork();
        if (child < 0)
            return errno == EAGAIN ? 0 : 1;
        if (child == 0)
            wait_for_ever();
    }
    return 1;
}

static int flood(void) {
    static char chunk[1 << 16];
    for (int i = 0; i < 32; i++)
        if (write(STDOUT_FILENO, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return 0;
}

static int fill(void) {
    static char chunk[1 << 16];
    int file = open("/tmp/fill", O_WRONLY | O_CREAT, 0600);
    for (int i = 0; i < 256; i++)
        if (write(file, chunk, sizeof chunk) != sizeof chunk)
            return errno == ENOSPC || i > 0 ? 0 : 1;
    return 1;
}

static int fill_with_files(void) {
    for (int i = 0; i < 1024; i++) {
        char name[32];
        text(name, sizeof name, "/tmp/%d", i);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file < 0)
            return errno == ENOSPC ? 0 : 1;
        close(file);
    }
    return 1;
}

static int open_files(void) {
    for (int i = 0; i < 1024; i++)
        if (dup(STDIN_FILENO) < 0)
            return errno == EMFILE ? 0 : 1;
    return 1;
}

static int descend(int frames) {
    volatile char room[4096];
    room[0] = 1;
    return frames > 0 ? descend(frames - 1) + room[0] : room[0];
}

// Comes back where nothing stops it.
static int go_deep(void) {
    enum { FRAMES = 4096 };
    return descend(FRAMES) > 0;
}

static int blame(const char *what) {
    fprintf(stderr, "%s\n", what);
    return 1;
}

static int look_around(void) {
    if (geteuid() == 0 || !setuid(0))
        return blame("it is root");
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0)
        return blame("it has a network");
    if (!access("/etc/shadow", F_OK) || !access("/root", F_OK) || !access("/sys", F_OK))
        return blame("it sees files of the host");
    if (!mount("none", "/tmp", "tmpfs", 0, NULL) || !chroot("/tmp"))
        return blame("it can mount");
    if (!ptrace(PTRACE_TRACEME, 0, NULL, NULL))
        return blame("it can trace");
    if (open("/work/new", O_WRONLY | O_CREAT, 0600) >= 0)
        return blame("it can write in a read-only work directory");
    return 0;
}

// The limits in time are exact because all of a run's processes share a core.
static int spread(void) {
    cpu_set_t cores;
    memset(&cores, 0xff, sizeof cores);
    if (!sched_setaffinity(0, sizeof cores, &cores) || sched_getaffinity(0, sizeof cores, &cores))
        return blame("it chooses its cores");
    return CPU_COUNT(&cores) == 1 ? 0 : blame("it has more than one core");
}

static int look_at_number(void) {
    return getpid() == 2 ? 0 : blame("its process number is not the first");
}

static const struct {
    const char *name;
    int (*offend)(void);
} offenders[] = {
    {"cpu", burn},
    {"wall", wait_for_ever},
    {"memory", hog},
    {"processes", breed},
    {"output", flood},
    {"disk", fill},
    {"inodes", fill_with_files},
    {"open files", open_files},
    {"stack", go_deep},
    {"isolation", look_around},
    {"core", spread},
    {"process numbers", look_at_number},
};

int offend(const char *name) {
    for (size_t i = 0; i < sizeof offenders / sizeof *offenders; i++)
        if (!strcmp(name, offenders[i].name))
            return offenders[i].offend();
    return EXIT_USAGE;
}

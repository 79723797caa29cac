// S's side of a box: its file systems, its leaf, its launcher.
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const uint64_t box_namespaces = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;

static void make_mount_point(char *path, size_t size, const char *directory, const char *box, const char *name) {
    text(path, size, "%s/%s-%s", directory, box, name);
    must(mkdir(path, 0700), "make %s", path);
}

// Says where a box is to be; nothing of it is there yet.
void prepare_box(struct box *box, const char *name, const char *directory, uid_t uid) {
    *box = (struct box){.name = name, .uid = uid, .launcher = -1, .socket = -1, .work = -1, .tmp = -1, .last_pid = -1};
    make_mount_point(box->root_path, sizeof box->root_path, directory, name, "root");
    make_mount_point(box->work_path, sizeof box->work_path, directory, name, "work");
    make_mount_point(box->tmp_path, sizeof box->tmp_path, directory, name, "tmp");
    text(box->nothing_path, sizeof box->nothing_path, "%s/%s-nothing", directory, name);
    int nothing = (int)must(open(box->nothing_path, O_CREAT | O_WRONLY | O_CLOEXEC, 0444), "make %s", box->nothing_path);
    must(fchmod(nothing, 0444), "let programs open %s", box->nothing_path);
    close(nothing);
    // What L is shown as /tmp, once; what is mounted on it comes and goes, and L gets that from here.
    mount_tmpfs(box->tmp_path, 4096, 1, 0, 0700);
    must(mount(NULL, box->tmp_path, NULL, MS_SHARED, NULL), "share the mounts on %s", box->tmp_path);
}

static void unmount(int *opened, const char *path) {
    if (*opened < 0)
        return;
    close_files(opened, 1);
    must(umount2(path, MNT_DETACH), "unmount %s", path);
}

static int mount_and_open(const char *path, const struct box *box, uid_t owner, mode_t mode) {
    mount_tmpfs(path, box->disk_bytes, box->inodes, owner, mode);
    return (int)must(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open %s", path);
}

// Another /tmp, which knows nothing of the one before: neither its files, nor how many there were, nor when. To be called while nothing runs in the
// box, and L has been shown the place.
void renew_tmp(struct box *box) {
    unmount(&box->tmp, box->tmp_path);
    box->tmp = mount_and_open(box->tmp_path, box, 0, 01777);
    forget_times(box->tmp);
}

static void mount_work(struct box *box, bool keep_work) {
    if (keep_work && box->work >= 0) {
        remount_tmpfs(box->work_path, box->disk_bytes, box->inodes);
        return;
    }
    unmount(&box->work, box->work_path);
    box->work = mount_and_open(box->work_path, box, box->uid, 0755);
}

static void close_all_but(unsigned file) {
    must(close_range(STDERR_FILENO + 1, file - 1, 0) | close_range(file + 1, ~0U, 0), "close_range");
}

// In the child: waits until it has been put into its leaf, since a process is born where its parent is.
static _Noreturn void begin_launcher(const struct box *box, int socket) {
    char go;
    int last_pid = -1, count;
    close_all_but((unsigned)socket);
    if (receive_message(socket, &go, 1, &last_pid, 1, &count) != 1)
        _exit(0);
    struct launcher_spec spec = {
        .rootfs = {box->root_path, box->work_path, box->tmp_path, box->writable, box->uid, &box->mounts},
        .socket = socket,
        .last_pid = last_pid,
        .clone_into_cgroup = box->leaf.directory >= 0,
    };
    launcher(&spec);
}

static void await_ready(struct box *box) {
    struct event event;
    int count;
    if (receive_message(box->socket, &event, sizeof event, NULL, 0, &count) != sizeof event)
        die("the launcher of the %s box ended before it was ready", box->name);
    if (event.kind == EVENT_FAULT)
        die("the launcher of the %s box failed: %s", box->name, event.message);
}

static void start_launcher(struct box *box) {
    int sockets[2];
    unmount(&box->tmp, box->tmp_path);
    must(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets), "socketpair");
    struct clone_args call = {.flags = box_namespaces, .exit_signal = SIGCHLD};
    pid_t pid = (pid_t)must(syscall(SYS_clone3, &call, sizeof call), "clone a box");
    if (pid == 0)
        begin_launcher(box, sockets[1]);
    close(sockets[1]);
    box->launcher = pid;
    must(-clock_getcpuclockid(pid, &box->launcher_clock), "find the launcher's clock");
    box->socket = sockets[0];
    cgroups->join(&box->leaf, pid);
    favour(pid);
    send_message(box->socket, "g", 1, &box->last_pid, box->last_pid >= 0);
    await_ready(box);
    renew_tmp(box);
    cgroups->settle(&box->leaf);
    box->open = true;
}

static void make_leaf(struct box *box) {
    static unsigned sequence;
    box->leaf = (struct leaf){0};
    text(box->leaf.name, sizeof box->leaf.name, "%s-%u", box->name, sequence++);
    cgroups->make(&box->leaf);
}

void open_box(struct box *box, const struct request *request) {
    close_box(box);
    box->writable = request->writable;
    box->disk_bytes = request->disk_bytes;
    box->inodes = request->inodes;
    box->mounts = request->mounts;
    mount_work(box, request->keep);
    make_leaf(box);
    start_launcher(box);
}

// The same box again, with its work files, after its launcher or its leaf was lost.
void reopen_box(struct box *box) {
    close_box(box);
    mount_work(box, true);
    make_leaf(box);
    start_launcher(box);
}

// L's own CPU time; 0 when it is gone, which the socket tells.
uint64_t launcher_cpu_ns(const struct box *box) {
    struct timespec used;
    if (clock_gettime(box->launcher_clock, &used))
        return 0;
    return (uint64_t)used.tv_sec * 1000000000 + (uint64_t)used.tv_nsec;
}

// Ends whatever is in the box. Its disks stay until it is opened again.
void close_box(struct box *box) {
    if (box->launcher < 0)
        return;
    lower_priority(box->launcher); // it reaps all that is in the box
    kill(box->launcher, SIGKILL);  // and with pid 1 its whole namespace
    lower_priority(0);
    while (waitpid(box->launcher, NULL, 0) < 0 && errno == EINTR)
        continue;
    (void)raise_priority(0);
    box->launcher = -1;
    close_files(&box->socket, 1);
    cgroups->remove(&box->leaf);
    box->open = box->raised = false;
}

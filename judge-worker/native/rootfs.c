// What a box sees: built by L in its own mount namespace, then made the only thing there is.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <linux/mount.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const directories[] = {"etc", "dev", "proc", "tmp", "work", "old"};

// What programs and tool chains read on the host; what is not there is left out. Only the last part may be a pattern.
static const char *const read_only[] = {
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/localtime",
    "/etc/java*",
    "/etc/mono",
    "/etc/python3*",
    "/etc/pypy3",
    "/etc/nodejs",
    "/etc/ghc",
};

static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};

static const struct {
    const char *target, *name;
} links[] = {
    {"/proc/self/fd", "dev/fd"},
    {"/proc/self/fd/0", "dev/stdin"},
    {"/proc/self/fd/1", "dev/stdout"},
    {"/proc/self/fd/2", "dev/stderr"},
};

static void set_attributes(const char *path, uint64_t attributes) {
    struct mount_attr wanted = {.attr_set = attributes};
    must(syscall(SYS_mount_setattr, AT_FDCWD, path, AT_RECURSIVE, &wanted, sizeof wanted), "protect %s", path);
}

// Makes the directories above a path below the root, which is the working directory.
static void make_parents(char *path) {
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0755) && errno != EEXIST)
            must(-1, "make /%s in the box", path);
        *slash = '/';
    }
}

static void bind(const char *source, char *place, uint64_t attributes) {
    must(mount(source, place, NULL, MS_BIND | MS_REC, NULL), "bind %s", source);
    set_attributes(place, attributes);
}

static void copy_link(const char *source, const char *place) {
    char target[TEXT_ROOM];
    ssize_t length = must(readlink(source, target, sizeof target - 1), "read the link %s", source);
    target[length] = 0;
    must(symlink(target, place), "make the link %s", place);
}

// Shows a file or directory of the host at its own path. A link is shown as the link that it is.
static void show(const char *source, uint64_t attributes) {
    char place[TEXT_ROOM];
    struct stat status;
    if (lstat(source, &status))
        return;
    text(place, sizeof place, "%s", source + 1);
    make_parents(place);
    if (S_ISLNK(status.st_mode)) {
        copy_link(source, place);
        return;
    }
    if (S_ISDIR(status.st_mode))
        must(mkdir(place, 0755) && errno != EEXIST ? -1 : 0, "make /%s in the box", place);
    else
        close((int)must(open(place, O_CREAT | O_WRONLY | O_CLOEXEC, 0644), "make /%s in the box", place));
    bind(source, place, attributes);
}

static void show_matches(const char *pattern, uint64_t attributes) {
    glob_t found;
    if (glob(pattern, 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            show(found.gl_pathv[i], attributes);
    globfree(&found);
}

static void write_file(const char *place, const char *content) {
    int file = (int)must(open(place, O_CREAT | O_WRONLY | O_CLOEXEC, 0644), "make /%s in the box", place);
    must(write(file, content, strlen(content)), "write /%s in the box", place);
    close(file);
}

static void write_accounts(uid_t uid) {
    char line[128];
    text(line, sizeof line, "judge:x:%u:%u::/work:/bin/sh\n", uid, uid);
    write_file("etc/passwd", line);
    text(line, sizeof line, "judge:x:%u:\n", uid);
    write_file("etc/group", line);
}

static void show_all(const struct rootfs_spec *spec) {
    const uint64_t closed = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    for (size_t i = 0; i < sizeof read_only / sizeof *read_only; i++)
        show_matches(read_only[i], closed);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        show(devices[i], MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC); // which keeps their times, not their content
    const char *path = spec->mounts->at;
    for (uint32_t i = 0; i < spec->mounts->count; i++, path += strlen(path) + 1) {
        must(access(path, F_OK), "show %s", path);
        show(path, closed);
    }
    char work[] = "work", tmp[] = "tmp";
    const uint64_t safe = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    bind(spec->work, work, safe | (spec->writable_work ? 0 : MOUNT_ATTR_RDONLY));
    bind(spec->tmp, tmp, safe);
}

// Ends in /work of the new root, with nothing of the host's tree left in reach.
void enter_rootfs(const struct rootfs_spec *spec) {
    must(mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL), "keep our mounts to ourselves"); // but take /tmp from S
    must(mount("box", spec->root, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=1024,mode=755"), "mount the root");
    must(chdir(spec->root), "enter the root");
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        must(mkdir(directories[i], 0755), "make /%s in the box", directories[i]);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        must(symlink(links[i].target, links[i].name), "make /%s in the box", links[i].name);
    write_accounts(spec->uid);
    show_all(spec);
    // Read-only: some files of a process are its session's, and so the next run's.
    must(mount("proc", "proc", "proc", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, "hidepid=invisible,subset=pid"),
        "mount /proc");
    must(syscall(SYS_pivot_root, ".", "old"), "pivot_root (in a container this needs --security-opt seccomp=unconfined)");
    must(umount2("/old", MNT_DETACH), "let the host's root go");
    must(rmdir("/old"), "remove /old");
    must(mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL), "protect the root");
    must(chdir("/work"), "enter /work");
}

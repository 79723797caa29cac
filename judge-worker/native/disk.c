// The slot's file systems, seen from outside. What a program left in them decides no path, size or file type here: everything is opened
// relative to the mount, without following links, while nothing runs in the box.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Where /work is writable its files' modes let the box's user in, as giving them away would need the capability CHOWN. Nothing runs between
// making one and setting its mode.
enum { OPEN_MODE = 0777 };

void mount_tmpfs(const char *path, uint64_t bytes, uint64_t inodes, uid_t owner, mode_t mode) {
    char options[128];
    text(options, sizeof options, "size=%llu,nr_inodes=%llu,mode=%o,uid=%u,gid=%u", (unsigned long long)bytes,
        (unsigned long long)inodes, mode, owner, owner);
    int mounted = mount("haetae", path, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOATIME, options);
    const char *mend = mounted && errno == EACCES ? " (in a container this needs --security-opt apparmor=unconfined)" : "";
    must(mounted, "mount %s%s", path, mend);
}

void remount_tmpfs(const char *path, uint64_t bytes, uint64_t inodes) {
    char options[128];
    text(options, sizeof options, "size=%llu,nr_inodes=%llu", (unsigned long long)bytes, (unsigned long long)inodes);
    must(mount(NULL, path, NULL, MS_REMOUNT | MS_NOSUID | MS_NODEV | MS_NOATIME, options), "remount %s", path);
}

uint64_t used_bytes(int directory) {
    struct statfs status;
    must(fstatfs(directory, &status), "statfs");
    return (status.f_blocks - status.f_bfree) * (uint64_t)status.f_bsize;
}

// Gives a directory the times of no run. That it has others tells that something was made in it.
void forget_times(int directory) {
    static const struct timespec none[2];
    must(futimens(directory, none), "set a directory's times");
}

bool has_times(int directory) {
    struct stat status;
    must(fstat(directory, &status), "look at a directory's times");
    return status.st_mtim.tv_sec != 0;
}

static int open_beneath(int directory, const char *path, int flags) {
    struct open_how how = {
        .flags = (unsigned)flags | O_CLOEXEC | O_NOFOLLOW,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

// Makes what is missing of the directories above a file; returns the last of them, or -1.
static int open_parent(const struct box *box, char *path) {
    int parent = open_beneath(box->work, ".", O_RDONLY | O_DIRECTORY);
    char *part = path;
    for (char *slash; parent >= 0 && (slash = strchr(part, '/')); part = slash + 1) {
        *slash = 0;
        bool made = !mkdirat(parent, part, 0755);
        bool good = made ? !box->writable || !fchmodat(parent, part, OPEN_MODE, 0) : errno == EEXIST;
        int child = good ? open_beneath(parent, part, O_RDONLY | O_DIRECTORY) : -1;
        close(parent);
        parent = child;
    }
    memmove(path, part, strlen(part) + 1);
    return parent;
}

static bool write_all(int file, struct bytes content) {
    while (content.length > 0) {
        ssize_t done = write(file, content.at, content.length);
        if (done < 0)
            return false;
        content.at += done;
        content.length -= (size_t)done;
    }
    return true;
}

static bool copy_from(const char *path, int file) {
    struct stat status;
    int source = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (source < 0)
        return false;
    bool good = !fstat(source, &status) && S_ISREG(status.st_mode);
    errno = good ? 0 : EINVAL;
    for (ssize_t sent = 1; good && sent > 0; good = sent >= 0)
        sent = sendfile(file, source, NULL, 1 << 24);
    int reason = errno;
    close(source);
    errno = reason;
    return good;
}

// In place of what had its name; -1 when that is a directory with something in it, or the disk is full.
static int make_file(int parent, const char *name) {
    if (unlinkat(parent, name, 0) && errno != ENOENT)
        return -1;
    return openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

static bool put_content(int parent, const char *name, const struct box *box, const struct request *request) {
    mode_t mode = (request->executable ? 0755 : 0644) | (box->writable ? 0222 : 0);
    int file = make_file(parent, name);
    bool good = file >= 0;
    if (good)
        good = request_has(request, TAG_PATH) ? copy_from(request->path, file) : write_all(file, request->stdin_or_content);
    good = good && !fchmod(file, mode);
    close_files(&file, 1);
    return good;
}

static bool put_directory(int parent, const char *name) {
    return !mkdirat(parent, name, 0700) && !fchmodat(parent, name, OPEN_MODE, 0);
}

// Puts a request's file in place of what had its name, or its directory where nothing has. Returns a complaint, or NULL.
const char *put_file(const struct box *box, const struct request *request) {
    static char complaint[256];
    char name[TEXT_ROOM];
    text(name, sizeof name, "%s", request->name);
    bool directory = !request_has(request, TAG_PATH) && !request->stdin_or_content.at;
    int parent = open_parent(box, name);
    bool good = parent >= 0 && (directory ? put_directory(parent, name) : put_content(parent, name, box, request));
    if (!good)
        snprintf(complaint, sizeof complaint, "cannot put %.100s: %s", request->name, strerror(errno));
    close_files(&parent, 1);
    return good ? NULL : complaint;
}

// A new file that is to be a program's standard output or error, which it may open again by its path; or -1 and a complaint.
int make_output(const struct box *box, const char *wanted, const char **complaint) {
    static char sentence[256];
    char name[TEXT_ROOM];
    text(name, sizeof name, "%s", wanted);
    int parent = open_parent(box, name);
    int file = parent < 0 ? -1 : make_file(parent, name);
    if (file < 0) {
        snprintf(sentence, sizeof sentence, "cannot make %.100s for a program's output: %s", wanted, strerror(errno));
        *complaint = sentence;
    } else {
        must(fchmod(file, 0666), "let programs open their output by its path");
    }
    close_files(&parent, 1);
    return file;
}

// Appends the content of a regular file to an answer; false when there is none, or too much.
bool fetch_file(int work, const struct request *request, struct wire *wire) {
    struct stat status;
    int file = open_beneath(work, request->name, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return false;
    bool good = !fstat(file, &status) && S_ISREG(status.st_mode) && (uint64_t)status.st_size <= request->most_bytes;
    if (good) {
        size_t length = (size_t)status.st_size;
        size_t field = wire_nest(wire, TAG_DATA);
        unsigned char *room = wire_reserve(wire, length);
        ssize_t got = must(read(file, room, length), "read a file of the work directory");
        if ((size_t)got != length)
            die("a file of the work directory changed while nothing ran");
        wire->end += length;
        wire_end(wire, field);
    }
    close(file);
    return good;
}

// Shows what the runner needs: with these capabilities its self-test proves every limit, without any one of them it does not; a part of the cgroups
// is enough; and in a user namespace it needs no privilege over what is outside of it.
#include "needed.h"

#include "../../runner.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ORDINARY_USER = 100000, USERS = 65536 };

#define DELEGATED "/sys/fs/cgroup/haetae-part"

static bool all_well = true;

static void say(bool good, const char *format, const char *what) {
    printf(good ? "ok - privileges: " : "not ok - privileges: ");
    printf(format, what);
    putchar('\n');
    fflush(stdout);
    all_well &= good;
}

static bool proves_all(pid_t check) {
    int status;
    must(waitpid(check, &status, 0), "wait for the runner");
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

static _Noreturn void self_test(const char *runner, const char *group) {
    execl(runner, runner, "--check", "--name", "privileges", "--cgroup", group, NULL);
    die("start %s: %s", runner, strerror(errno));
}

static bool proves_all_without(const char *runner, int place) {
    pid_t child = (pid_t)must(fork(), "fork");
    if (child == 0) {
        int quiet = open("/dev/null", O_WRONLY);
        for (int output = STDOUT_FILENO; place != ALL_NEEDED && output <= STDERR_FILENO; output++)
            dup2(quiet, output); // what it complains of is what is wanted
        keep_needed_but(place);
        self_test(runner, "haetae");
    }
    return proves_all(child);
}

// ---- with a part of the cgroups

static void write_file(const char *path, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void write_file(const char *path, const char *format, ...) {
    char content[64];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(content, sizeof content, format, arguments);
    va_end(arguments);
    int file = (int)must(open(path, O_WRONLY | O_CLOEXEC), "open %s", path);
    must(write(file, content, (size_t)length), "write %s", path);
    close(file);
}

static bool has_memory(void) {
    char controllers[256] = "";
    int file = open("/sys/fs/cgroup/cgroup.controllers", O_RDONLY | O_CLOEXEC);
    bool has = file >= 0 && read(file, controllers, sizeof controllers - 1) > 0 && strstr(controllers, "memory");
    close(file);
    return has;
}

// Does what a system's administrator does, or systemd where it says Delegate=yes.
static void delegate_cgroup(uid_t user) {
    static const char *const owned[] = {
        "", "/cgroup.procs", "/cgroup.subtree_control", "/self", "/self/cgroup.procs", "/self/cgroup.subtree_control"};
    write_file("/sys/fs/cgroup/cgroup.subtree_control", "+memory +pids");
    must(mkdir(DELEGATED, 0755), "make %s", DELEGATED);
    must(mkdir(DELEGATED "/self", 0755), "make %s/self", DELEGATED);
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) {
        char path[TEXT_ROOM];
        text(path, sizeof path, DELEGATED "%s", owned[i]);
        must(chown(path, user, user), "give away %s", path);
    }
}

static void take_back_cgroup(void) {
    must(rmdir(DELEGATED "/self"), "remove %s/self", DELEGATED);
    must(rmdir(DELEGATED), "remove %s", DELEGATED);
}

// All cgroups are to be seen, and only the delegated one is writable, mounted at its place.
static _Noreturn void check_as_in_container(const char *runner) {
    must(unshare(CLONE_NEWNS), "make a mount namespace");
    must(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "make mounts private");
    must(mount(DELEGATED, DELEGATED, NULL, MS_BIND, NULL), "bind %s", DELEGATED);
    must(mount(NULL, "/sys/fs/cgroup", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL), "protect the cgroups");
    keep_needed_but(ALL_NEEDED);
    self_test(runner, "haetae");
}

static bool proves_all_in_container(const char *runner) {
    delegate_cgroup(0);
    pid_t child = (pid_t)must(fork(), "fork");
    if (child == 0)
        check_as_in_container(runner);
    bool all = proves_all(child);
    take_back_cgroup();
    return all;
}

// ---- in a user namespace

static void map_users(pid_t process, const char *what) {
    char path[64];
    text(path, sizeof path, "/proc/%d/%s_map", process, what);
    write_file(path, "0 %d %d", ORDINARY_USER, USERS);
}

static void become(unsigned user) {
    must(setgroups(0, NULL), "setgroups");
    must(setresgid(user, user, user), "setresgid");
    must(setresuid(user, user, user), "setresuid");
}

static _Noreturn void check_in_namespace(const char *runner, int done, int mapped) {
    char letter = 0;
    write_file(DELEGATED "/self/cgroup.procs", "%d", getpid());
    become(ORDINARY_USER);
    must(unshare(CLONE_NEWUSER), "make a user namespace");
    must(write(done, &letter, 1), "tell of the user namespace");
    must(read(mapped, &letter, 1), "wait for the users");
    become(0);
    self_test(runner, "haetae-part/haetae");
}

static bool proves_all_in_namespace(const char *runner) {
    int done[2], mapped[2];
    char letter;
    must(pipe2(done, O_CLOEXEC) | pipe2(mapped, O_CLOEXEC), "pipe");
    delegate_cgroup(ORDINARY_USER);
    pid_t child = (pid_t)must(fork(), "fork");
    if (child == 0)
        check_in_namespace(runner, done[1], mapped[0]);
    close(done[1]);
    if (read(done[0], &letter, 1) == 1) {
        map_users(child, "uid");
        map_users(child, "gid");
        must(write(mapped[1], &letter, 1), "tell of the users");
    }
    bool all = proves_all(child);
    take_back_cgroup();
    return all;
}

int main(int argc, char **argv) {
    if (argc != 2)
        return fputs("usage: privileges RUNNER\n", stderr), EXIT_USAGE;
    say(proves_all_without(argv[1], ALL_NEEDED), "%s", "those of the manual page are enough");
    for (int i = 0; i < NEEDED; i++)
        say(!proves_all_without(argv[1], i), "%s is needed", needed[i].name);
    if (access("/sys/fs/cgroup/cgroup.subtree_control", W_OK) || !has_memory()) {
        say(true, "%s", "a delegated cgroup is enough # SKIP there is no cgroup v2 to delegate");
    } else {
        say(proves_all_in_container(argv[1]), "%s", "a delegated cgroup is enough, where the others are read-only");
        say(proves_all_in_namespace(argv[1]), "%s", "in a user namespace, none outside of it");
    }
    return all_well ? EXIT_SUCCESS : EXIT_FAILURE;
}

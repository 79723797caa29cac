// Putting and fetching in a directory that a program has prepared against us.
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct request request;
static struct wire wire;
static char place[] = "/tmp/haetae-disk-test-XXXXXX";
static int work;
static bool writable;

static const char *put(const char *name, const char *content) {
    memset(&request, 0, sizeof request);
    request.type = PUT;
    text(request.name, sizeof request.name, "%s", name);
    request.stdin_or_content = (struct bytes){(const unsigned char *)content, strlen(content)};
    return put_file(&(struct box){.work = work, .writable = writable}, &request);
}

static bool fetches(const char *name, const char *content, uint64_t most) {
    enum { FIELD_HEAD = 6 };
    wire.start = wire.end = 0;
    request.most_bytes = most;
    text(request.name, sizeof request.name, "%s", name);
    if (!fetch_file(work, &request, &wire))
        return false;
    return wire.end == FIELD_HEAD + strlen(content) && memcmp(wire.at + FIELD_HEAD, content, strlen(content)) == 0;
}

static void puts_and_fetches(void) {
    CHECK(!put("file", "first"));
    CHECK(!put("file", "second"));
    CHECK(!put("a/b/c", "deep"));
    CHECK(fetches("file", "second", 6) && !fetches("file", "second", 5));
    CHECK(fetches("a/b/c", "deep", 100) && !fetches("a/b", "", 100) && !fetches("missing", "", 100));
}

static void follows_no_link(void) {
    CHECK(!symlinkat("/etc", work, "etc") && !symlinkat("/etc/passwd", work, "passwd"));
    CHECK(!fetches("etc/passwd", "", 1 << 20) && !fetches("passwd", "", 1 << 20));
    CHECK(put("etc/haetae-disk-test", "x") != NULL && access("/etc/haetae-disk-test", F_OK));
    CHECK(!put("passwd", "replaced") && fetches("passwd", "replaced", 100));
}

static void refuses_what_is_no_file(void) {
    CHECK(!mkfifoat(work, "fifo", 0666) && !fetches("fifo", "", 100));
    CHECK(!mkdirat(work, "directory", 0700) && put("directory", "x") != NULL);
    CHECK(!put("fifo", "a file") && fetches("fifo", "a file", 100));
}

static const char *put_a_directory(const char *name) {
    memset(&request, 0, sizeof request);
    request.type = PUT;
    text(request.name, sizeof request.name, "%s", name);
    return put_file(&(struct box){.work = work, .writable = writable}, &request);
}

static void puts_directories_for_programs_to_write_in(void) {
    struct stat status;
    CHECK(!put_a_directory("results") && !put_a_directory("deep/results"));
    CHECK(!fstatat(work, "results", &status, 0) && (status.st_mode & 07777) == 0777 && S_ISDIR(status.st_mode));
    CHECK(!fstatat(work, "deep", &status, 0) && (status.st_mode & 07777) == 0755);
    CHECK(put_a_directory("results") != NULL && put_a_directory("file") != NULL);
    CHECK(!symlinkat("/tmp", work, "tmp") && put_a_directory("tmp") != NULL && put_a_directory("tmp/haetae-disk-test") != NULL);
}

static mode_t mode_of(const char *name) {
    struct stat status;
    return fstatat(work, name, &status, 0) ? 0 : status.st_mode & 07777;
}

static void lets_programs_change_what_was_put_where_they_may_write(void) {
    CHECK(!put("closed/file", "x") && mode_of("closed/file") == 0644 && mode_of("closed") == 0755);
    writable = true;
    CHECK(!put("open/file", "x") && mode_of("open/file") == 0666 && mode_of("open") == 0777);
    CHECK(!put("closed/file", "x") && mode_of("closed/file") == 0666 && mode_of("closed") == 0755);
    writable = false;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)status, (void)kind, (void)where;
    return remove(path);
}

int main(void) {
    CHECK(mkdtemp(place));
    work = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    puts_and_fetches();
    follows_no_link();
    refuses_what_is_no_file();
    puts_directories_for_programs_to_write_in();
    lets_programs_change_what_was_put_where_they_may_write();
    CHECK(!nftw(place, remove_one, 8, FTW_DEPTH | FTW_PHYS));
    free(wire.at);
    return 0;
}

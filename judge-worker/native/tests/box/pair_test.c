// The rules for two programs joined by pipes, one after the other.
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CONTESTANT, JURY, ACCEPT = 42, REJECT = 43, FLOOD = 1 << 20, SHORT_MS = 200 };

#define MS 1000000ULL

static struct request programs[2];
static struct pair_report report;

// ---- parts

static int say(const char *words) {
    return write(STDOUT_FILENO, words, strlen(words)) == (ssize_t)strlen(words) ? 0 : errno;
}

static bool hears(const char *words) {
    char room[64] = "";
    size_t got = 0;
    while (got < strlen(words)) {
        ssize_t more = read(STDIN_FILENO, room + got, strlen(words) - got);
        if (more <= 0)
            return false;
        got += (size_t)more;
    }
    return !strcmp(room, words);
}

static bool hears_end(void) {
    char one;
    return read(STDIN_FILENO, &one, 1) == 0;
}

static bool hears_nothing_yet(void) {
    return poll(&(struct pollfd){.fd = STDIN_FILENO, .events = POLLIN}, 1, SHORT_MS) == 0;
}

static int flood(int code) {
    static char chunk[1 << 12];
    for (int i = 0; i < FLOOD; i += (int)sizeof chunk)
        if (write(STDOUT_FILENO, chunk, sizeof chunk) != sizeof chunk)
            return 1;
    return code;
}

static int accept_at_once(void) {
    return ACCEPT;
}

static int reject_at_once(void) {
    return REJECT;
}

static _Noreturn int wait_for_ever(void) {
    for (;;)
        pause();
}

static _Noreturn int burn(void) {
    for (volatile unsigned long i = 0;; i++)
        continue;
}

static int ask_twice(void) {
    return say("one?") || !hears("yes") || say("two?") || !hears("no");
}

static int answer_twice(void) {
    return hears("one?") && !say("yes") && hears("two?") && !say("no") ? ACCEPT : REJECT;
}

static bool reopens(const char *path, int flags, int descriptor) {
    int file = open(path, flags);
    return file >= 0 && dup2(file, descriptor) == descriptor && !close(file);
}

static int ask_by_path(void) {
    if (open("/dev/stdin", O_WRONLY) >= 0 || open("/dev/stdout", O_RDONLY) >= 0)
        return 1;
    return !reopens("/dev/stdin", O_RDONLY, STDIN_FILENO) || !reopens("/dev/stdout", O_WRONLY, STDOUT_FILENO) || ask_twice();
}

static int listen_to_the_end(void) {
    return hears_end() ? 5 : 1;
}

static int listen_and_accept(void) {
    return hears_end() ? ACCEPT : REJECT;
}

static int say_no_more_and_listen(void) {
    close(STDOUT_FILENO);
    return listen_and_accept();
}

static int close_and_wait_for_go(void) {
    close(STDOUT_FILENO);
    return !hears("go");
}

static int expect_end_only_after_go(void) {
    return hears_nothing_yet() && !say("go") && hears_end() ? ACCEPT : REJECT;
}

static int flood_and_end(void) {
    return flood(7);
}

static int flood_and_accept(void) {
    return flood(ACCEPT);
}

static int sleep_a_while(void) {
    usleep(2 * SHORT_MS * 1000);
    return 0;
}

static int count_all(void) {
    char room[4096];
    ssize_t all = 0, got;
    while ((got = read(STDIN_FILENO, room, sizeof room)) > 0)
        all += got;
    return all == 1000 ? ACCEPT : REJECT;
}

static int leave_a_child_that_speaks(void) {
    if (fork() == 0)
        return wait_for_ever();
    return 0;
}

// ---- tests

static void prepare(const char *contestant, const char *jury) {
    ask_for(&programs[CONTESTANT], contestant);
    ask_for(&programs[JURY], jury);
}

static const char *ask_for_both(size_t transcript) {
    static struct request pair = {.type = PAIR, .accepts = ACCEPT};
    pair.transcript_bytes = transcript;
    return run_pair(programs, &pair, -1, &report);
}

static void join(size_t transcript) {
    const char *complaint = ask_for_both(transcript);
    if (complaint)
        die("%s", complaint);
}

static void play_pair(const char *contestant, const char *jury) {
    prepare(contestant, jury);
    join(0);
}

static bool ended(int who, enum killed killed, int code) {
    const struct report *one = &report.reports[who];
    bool good = one->killed == killed
                && (code < 0 ? WIFSIGNALED(one->status) : WIFEXITED(one->status) && WEXITSTATUS(one->status) == code);
    if (!good)
        fprintf(stderr, "%d: killed %d, status %x\n", who, one->killed, (unsigned)one->status);
    return good;
}

static void lets_them_talk_and_records_it(void) {
    static const char said[] = "\0\4\0\0\0one?\1\3\0\0\0yes\0\4\0\0\0two?\1\2\0\0\0no";
    prepare("ask-twice", "answer-twice");
    join(1000);
    CHECK(ended(CONTESTANT, KILLED_NOT, 0) && ended(JURY, KILLED_NOT, ACCEPT));
    CHECK(report.transcript.used == sizeof said - 1 && !memcmp(report.transcript.at, said, sizeof said - 1));
    CHECK(!report.transcript.cut && report.reports[CONTESTANT].output_bytes == 8);
    close_pair(&report);
    join(12);
    CHECK(ended(JURY, KILLED_NOT, ACCEPT) && report.transcript.cut && report.transcript.used == 9);
    close_pair(&report);
}

static void lets_them_open_their_pipes_by_path(void) {
    play_pair("ask-by-path", "answer-twice");
    CHECK(ended(CONTESTANT, KILLED_NOT, 0) && ended(JURY, KILLED_NOT, ACCEPT));
    close_pair(&report);
}

static void tells_the_contestant_of_the_end_at_once(void) {
    play_pair("listen-to-the-end", "say-no-more-and-listen");
    CHECK(ended(CONTESTANT, KILLED_NOT, 5) && ended(JURY, KILLED_NOT, ACCEPT) && report.first == CONTESTANT);
    close_pair(&report);
}

static void tells_the_jury_of_the_end_after_the_exit(void) {
    play_pair("close-and-wait-for-go", "expect-end-only-after-go");
    CHECK(ended(CONTESTANT, KILLED_NOT, 0) && ended(JURY, KILLED_NOT, ACCEPT));
    close_pair(&report);
    play_pair("leave-a-child-that-speaks", "listen-and-accept");
    CHECK(ended(JURY, KILLED_NOT, ACCEPT) && report.reports[CONTESTANT].leftovers);
    close_pair(&report);
}

static void lets_nobody_die_of_a_pipe(void) {
    play_pair("flood-and-end", "accept-at-once");
    CHECK(ended(CONTESTANT, KILLED_NOT, 7) && ended(JURY, KILLED_NOT, ACCEPT));
    CHECK(report.reports[CONTESTANT].output_bytes == FLOOD);
    close_pair(&report);
    play_pair("sleep-a-while", "flood-and-accept");
    CHECK(ended(CONTESTANT, KILLED_NOT, 0) && ended(JURY, KILLED_NOT, ACCEPT));
    close_pair(&report);
}

static void ends_the_contestant_with_a_jury_that_rejects(void) {
    play_pair("wait-for-ever", "reject-at-once");
    CHECK(ended(CONTESTANT, KILLED_PARTNER, -1) && ended(JURY, KILLED_NOT, REJECT) && report.first == JURY);
    close_pair(&report);
}

// A process that exits closes its files first, to which the other may react.
static void believes_a_jury_that_leaves_before_a_contestant_that_hears_of_it(void) {
    enum { TIMES = 50 };
    for (int i = 0; i < TIMES; i++) {
        play_pair("listen-to-the-end", "reject-at-once");
        CHECK(ended(CONTESTANT, KILLED_PARTNER, -1) && ended(JURY, KILLED_NOT, REJECT) && report.first == JURY);
        close_pair(&report);
    }
}

static void waits_for_the_contestant_of_a_jury_that_accepts(void) {
    prepare("burn", "accept-at-once");
    programs[CONTESTANT].cpu_ns = 100 * MS;
    join(0);
    CHECK(ended(CONTESTANT, KILLED_CPU, -1) && ended(JURY, KILLED_NOT, ACCEPT) && report.first == JURY);
    close_pair(&report);
}

static void ends_a_deadlock_by_the_contestants_guard(void) {
    prepare("listen-to-the-end", "listen-and-accept");
    programs[CONTESTANT].wall_ns = 300 * MS;
    join(0);
    CHECK(ended(CONTESTANT, KILLED_WALL, -1) && ended(JURY, KILLED_NOT, ACCEPT) && report.first == CONTESTANT);
    close_pair(&report);
}

static void gives_the_jury_its_time_from_the_contestants_end(void) {
    prepare("sleep-a-while", "wait-for-ever");
    programs[JURY].wall_ns = SHORT_MS * MS;
    join(0);
    CHECK(ended(CONTESTANT, KILLED_NOT, 0) && ended(JURY, KILLED_WALL, -1));
    CHECK(report.reports[JURY].wall_ns >= report.reports[CONTESTANT].wall_ns + SHORT_MS * MS);
    close_pair(&report);
}

static void counts_and_cuts_what_the_contestant_says(void) {
    prepare("flood-and-end", "count-all");
    programs[CONTESTANT].output_bytes = 1000;
    join(0);
    CHECK(ended(CONTESTANT, KILLED_NOT, 7) && ended(JURY, KILLED_NOT, ACCEPT));
    CHECK(report.reports[CONTESTANT].output_over && report.reports[CONTESTANT].output_bytes == FLOOD);
    close_pair(&report);
}

static void ends_both_when_one_cannot_start(void) {
    prepare("wait-for-ever", "wait-for-ever");
    programs[CONTESTANT].arguments.at[1] = 'x';
    CHECK(strstr(ask_for_both(0), "cannot start /xork/test"));
    prepare("wait-for-ever", "wait-for-ever");
    programs[JURY].arguments.at[1] = 'x';
    CHECK(strstr(ask_for_both(0), "cannot start /xork/test"));
}

static void pairs(void) {
    lets_them_talk_and_records_it();
    lets_them_open_their_pipes_by_path();
    tells_the_contestant_of_the_end_at_once();
    tells_the_jury_of_the_end_after_the_exit();
    lets_nobody_die_of_a_pipe();
    ends_the_contestant_with_a_jury_that_rejects();
    believes_a_jury_that_leaves_before_a_contestant_that_hears_of_it();
    waits_for_the_contestant_of_a_jury_that_accepts();
    ends_a_deadlock_by_the_contestants_guard();
    gives_the_jury_its_time_from_the_contestants_end();
    counts_and_cuts_what_the_contestant_says();
    ends_both_when_one_cannot_start();
}

int main(int argc, char **argv) {
    static const struct part parts[] = {
        {"accept-at-once", accept_at_once},
        {"reject-at-once", reject_at_once},
        {"wait-for-ever", wait_for_ever},
        {"burn", burn},
        {"ask-twice", ask_twice},
        {"answer-twice", answer_twice},
        {"ask-by-path", ask_by_path},
        {"listen-to-the-end", listen_to_the_end},
        {"listen-and-accept", listen_and_accept},
        {"say-no-more-and-listen", say_no_more_and_listen},
        {"close-and-wait-for-go", close_and_wait_for_go},
        {"expect-end-only-after-go", expect_end_only_after_go},
        {"flood-and-end", flood_and_end},
        {"flood-and-accept", flood_and_accept},
        {"sleep-a-while", sleep_a_while},
        {"count-all", count_all},
        {"leave-a-child-that-speaks", leave_a_child_that_speaks},
        {0},
    };
    return in_slot(argc, argv, parts, pairs);
}

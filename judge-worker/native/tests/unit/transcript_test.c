// A transcript holds what was said, in order, and never more than it may.
#include "../../run.h"
#include "unit.h"

#include <string.h>

enum { HEAD = 5 };

static struct transcript transcript;

static void said(unsigned char speaker, const char *words) {
    record(&transcript, speaker, (struct bytes){(const unsigned char *)words, strlen(words)});
}

static bool holds(const char *bytes, size_t length) {
    return transcript.used == length && memcmp(transcript.at, bytes, length) == 0;
}

static void joins_what_one_says_in_turn(void) {
    open_transcript(&transcript, 100);
    said(0, "a");
    said(0, "");
    said(0, "b");
    said(1, "c");
    CHECK(holds("\0\2\0\0\0ab\1\1\0\0\0c", HEAD + 2 + HEAD + 1) && !transcript.cut);
    close_transcript(&transcript);
}

static void ends_with_the_first_byte_for_which_there_is_no_room(void) {
    for (size_t most = 1; most < 2 * (HEAD + 3); most++) {
        open_transcript(&transcript, most);
        said(0, "abc");
        said(1, "def");
        said(1, "");
        said(0, "ghi");
        CHECK(transcript.cut && transcript.used <= most && most - transcript.used <= HEAD);
        CHECK(!memmem(transcript.at, transcript.used, "g", 1));
        close_transcript(&transcript);
    }
}

static void records_nothing_unless_asked(void) {
    open_transcript(&transcript, 0);
    said(1, "a");
    CHECK(transcript.used == 0 && !transcript.cut);
    close_transcript(&transcript);
}

int main(void) {
    joins_what_one_says_in_turn();
    ends_with_the_first_byte_for_which_there_is_no_room();
    records_nothing_unless_asked();
    return 0;
}

// What two programs say to each other, as far as there is room, in the order in which S hears it.
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK_HEAD = 1 + sizeof(uint32_t) };

void open_transcript(struct transcript *transcript, size_t most) {
    *transcript = (struct transcript){.most = most, .at = most ? malloc(most) : NULL};
    if (most && !transcript->at)
        die("no memory for a transcript of %zu bytes", most);
}

static uint32_t chunk_length(const struct transcript *transcript) {
    uint32_t length;
    memcpy(&length, transcript->at + transcript->chunk + 1, sizeof length);
    return length;
}

static void set_chunk_length(const struct transcript *transcript, uint32_t length) {
    memcpy(transcript->at + transcript->chunk + 1, &length, sizeof length);
}

static bool speaks_on(const struct transcript *transcript, unsigned char speaker) {
    return transcript->used > 0 && transcript->at[transcript->chunk] == speaker;
}

static void begin_chunk(struct transcript *transcript, unsigned char speaker) {
    transcript->chunk = transcript->used;
    transcript->at[transcript->chunk] = speaker;
    set_chunk_length(transcript, 0);
    transcript->used += CHUNK_HEAD;
}

// After the first byte that is left out nothing is recorded any more.
void record(struct transcript *transcript, unsigned char speaker, struct bytes said) {
    if (!transcript->most || transcript->cut || said.length == 0)
        return;
    size_t head = speaks_on(transcript, speaker) ? 0 : CHUNK_HEAD, left = transcript->most - transcript->used;
    size_t kept = left <= head ? 0 : left - head < said.length ? left - head : said.length;
    transcript->cut = kept < said.length;
    if (kept == 0)
        return;
    if (head)
        begin_chunk(transcript, speaker);
    memcpy(transcript->at + transcript->used, said.at, kept);
    transcript->used += kept;
    set_chunk_length(transcript, chunk_length(transcript) + (uint32_t)kept);
}

void close_transcript(struct transcript *transcript) {
    free(transcript->at);
    *transcript = (struct transcript){0};
}

// The fuzz target holds for good frames and what a few changes make of them. With a directory as its argument this writes the good ones there, for
// make fuzz to begin with.
#include "../fuzz/protocol_fuzz.h"
#include "frames.h"
#include "unit.h"

#include <string.h>

static void (*const seeds[])(void) = {begin_open, begin_put, begin_full_put, begin_run, begin_full_run, begin_largest_run,
    begin_fetch, begin_cancel, begin_pair, begin_batch};
enum { SEEDS = sizeof seeds / sizeof *seeds };

static void write_seeds(const char *directory) {
    for (size_t i = 0; i < SEEDS; i++) {
        char path[TEXT_ROOM];
        text(path, sizeof path, "%s/%zu", directory, i);
        FILE *file = fopen(path, "w");
        seeds[i]();
        CHECK(file && fwrite(sent().at, sent().length, 1, file) == 1 && fclose(file) == 0);
    }
}

// In memory of its own, so that a sanitizer sees who reads on.
static void fuzz(size_t length) {
    unsigned char *copy = malloc(length);
    CHECK(copy || !length);
    if (length)
        memcpy(copy, sent().at, length);
    LLVMFuzzerTestOneInput(copy, length);
    free(copy);
}

static void survives_mutations(void) {
    enum { ROUNDS = 10000 };
    static struct request request;
    char complaint[256];
    srand(1);
    for (int round = 0; round < ROUNDS; round++) {
        seeds[round % SEEDS]();
        CHECK(parse_request(sent(), &request, complaint, sizeof complaint));
        for (int changes = rand() % 5; changes > 0; changes--)
            frame.at[frame.end - 1 - (size_t)rand() % sent().length] = (unsigned char)rand();
        fuzz(rand() % 4 ? sent().length : (size_t)rand() % sent().length);
    }
}

int main(int count, char **arguments) {
    if (count == 2)
        write_seeds(arguments[1]);
    else
        survives_mutations();
    free(frame.at);
    return 0;
}

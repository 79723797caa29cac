// Tests with real boxes, which need root and a back end. A test is also the program that runs in them: with an argument it plays the part of
// that name.
#pragma once

#include "../../run.h"
#include "../unit/unit.h"

struct part {
    const char *name;
    int (*play)(void); // its exit code
};

// What main() is: plays a part, or runs the test in a slot whose boxes are open and hold this program. The parts end with an empty one.
int in_slot(int argc, char **argv, const struct part *parts, void (*test)(void));

// Makes a RUN of a part, with ample limits, for the test to change.
void ask_for(struct request *request, const char *part);

// Appends a string to those of a request.
void add_to(struct strings *strings, const char *string);

// Runs it in the contestant's box. Its output is dropped.
struct report run(const struct request *request);

// How many times as long as a real machine this one takes for everything, by HAETAE_SLOW; 1 where it says nothing.
uint64_t slow(void);

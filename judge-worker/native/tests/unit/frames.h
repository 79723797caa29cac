// Good requests, each in its frame, for the tests of the parser and of the fuzz target.
#pragma once

#include "../../runner.h"

// The frame that was begun last, without its length.
struct bytes sent(void);

// What it ends with may be changed, or cut off.
extern struct wire frame;

// A frame of a type, and fields for it.
void begin(uint16_t type);
void number(uint16_t tag, uint64_t value);
void string(uint16_t tag, const char *value);
void put_program(void);

void begin_open(void);
void begin_put(void);
void begin_full_put(void);
void begin_fetch(void);
void begin_cancel(void);
void begin_run(void);
void begin_pair(void);
void begin_batch(void);
void begin_full_run(void);
void begin_largest_run(void);

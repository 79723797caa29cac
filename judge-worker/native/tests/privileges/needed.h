// The capabilities that the runner needs, as its manual page lists them.
#pragma once

enum { NEEDED = 6, ALL_NEEDED = -1 };

struct capability {
    int number;
    const char *name;
};

extern const struct capability needed[NEEDED];

// Leaves to what is executed next, as root, those it needs but for one of them, SYS_NICE and CHECKPOINT_RESTORE.
void keep_needed_but(int place);

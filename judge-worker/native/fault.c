// The first of the two endings: something is wrong with us, not with the program that we run.
#include "runner.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static fault_handler *handler;

void on_fault(fault_handler *new_handler) {
    handler = new_handler;
}

static _Noreturn void end_with(const char *message) {
    fault_handler *once = handler;
    handler = NULL; // a fault while telling of a fault ends at once
    if (once)
        once(message);
    dprintf(STDERR_FILENO, "haetae-runner: %s\n", message);
    _exit(EXIT_FAULT);
}

void die(const char *format, ...) {
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    end_with(message);
}

// Passes a system call's result through, or dies with what was being done and errno.
long must(long result, const char *format, ...) {
    if (result >= 0)
        return result;
    int reason = errno;
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length < sizeof message)
        snprintf(message + length, sizeof message - (size_t)length, ": %s", strerror(reason));
    end_with(message);
}

// snprintf into an array that has to be large enough.
void text(char *room, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(room, size, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= size)
        die("too long: %.100s…", room);
}

// A growing queue of bytes for the client. Frames are written into it whole; it is sent when the client has room.
#include "runner.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { FIRST_ROOM = 1 << 16, KEPT_ROOM = 1 << 22 };

unsigned char *wire_reserve(struct wire *wire, size_t length) {
    if (wire->start == wire->end) {
        wire->start = wire->end = 0;
        if (wire->room > KEPT_ROOM) {
            free(wire->at);
            *wire = (struct wire){.socket = wire->socket};
        }
    }
    if (wire->room - wire->end < length) {
        size_t room = wire->room ? wire->room : FIRST_ROOM;
        while (room - wire->end < length)
            room *= 2;
        wire->at = realloc(wire->at, room);
        if (!wire->at)
            die("no memory for %zu bytes of output", room);
        wire->room = room;
    }
    return wire->at + wire->end;
}

static void append(struct wire *wire, const void *bytes, size_t length) {
    memcpy(wire_reserve(wire, length), bytes, length);
    wire->end += length;
}

static void append_head(struct wire *wire, uint16_t tag, uint32_t length) {
    append(wire, &tag, sizeof tag);
    append(wire, &length, sizeof length);
}

// Leaves room for a length and returns its place, which wire_end wants to know.
static size_t append_length(struct wire *wire) {
    uint32_t later = 0;
    append(wire, &later, sizeof later);
    return wire->end - sizeof later;
}

size_t wire_begin(struct wire *wire, uint16_t type) {
    size_t frame = append_length(wire);
    append(wire, &type, sizeof type);
    return frame;
}

// Begins a field whose content is what is appended until wire_end.
size_t wire_nest(struct wire *wire, uint16_t tag) {
    append(wire, &tag, sizeof tag);
    return append_length(wire);
}

void wire_number(struct wire *wire, uint16_t tag, uint64_t value) {
    append_head(wire, tag, sizeof value);
    append(wire, &value, sizeof value);
}

void wire_bytes(struct wire *wire, uint16_t tag, const void *bytes, size_t length) {
    append_head(wire, tag, (uint32_t)length);
    if (length)
        append(wire, bytes, length);
}

void wire_end(struct wire *wire, size_t frame_or_field) {
    uint32_t length = (uint32_t)(wire->end - frame_or_field - sizeof length);
    memcpy(wire->at + frame_or_field, &length, sizeof length);
}

// Sends what the client takes, or with `wait` everything. A client that is gone is noticed where its requests are read.
void wire_flush(struct wire *wire, bool wait) {
    while (wire->start < wire->end) {
        ssize_t sent =
            send(wire->socket, wire->at + wire->start, wire->end - wire->start, MSG_NOSIGNAL | (wait ? 0 : MSG_DONTWAIT));
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno == EAGAIN)
            return;
        if (sent < 0) {
            wire->start = wire->end;
            return;
        }
        wire->start += (size_t)sent;
    }
}

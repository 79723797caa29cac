// A growing queue of bytes for the client. Frames are written into it whole; it is sent when the client has room.
#include "runner.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { FIRST_ROOM = 1 << 16, KEPT_ROOM = 1 << 22, FRAME_HEAD = 6, FIELD_HEAD = 6 };

unsigned char *wire_reserve(struct wire *wire, size_t length) {
    if (wire->start == wire->end) {
        wire->start = wire->end = 0;
        if (wire->room > KEPT_ROOM) {
            free(wire->at);
            *wire = (struct wire){0};
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

// Returns what wire_end wants to know.
size_t wire_begin(struct wire *wire, uint16_t type) {
    wire_reserve(wire, FRAME_HEAD);
    size_t frame = wire->end;
    uint32_t later = 0;
    append(wire, &later, sizeof later);
    append(wire, &type, sizeof type);
    return frame;
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

void wire_end(struct wire *wire, size_t frame) {
    uint32_t length = (uint32_t)(wire->end - frame - sizeof length);
    memcpy(wire->at + frame, &length, sizeof length);
}

// Sends what the client takes, or with `wait` everything. A client that is gone is noticed where its requests are read.
void wire_flush(struct wire *wire, int socket, bool wait) {
    while (wire->start < wire->end) {
        ssize_t sent = send(socket, wire->at + wire->start, wire->end - wire->start, MSG_NOSIGNAL | (wait ? 0 : MSG_DONTWAIT));
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

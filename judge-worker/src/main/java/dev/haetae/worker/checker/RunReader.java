package dev.haetae.worker.checker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a stream as alternating runs of white space and of anything else, in chunks. A chunk holds a run as a whole, or
 * exactly {@link #CAPACITY} bytes of a longer one: two equal runs are therefore cut at the same places, and no run, however
 * long, needs more memory than the buffer.
 */
final class RunReader {

    /** Longest chunk in bytes, and so the longest number that is read as one. */
    static final int CAPACITY = 1 << 14;

    private static final int BUFFER = 4 * CAPACITY;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int filled;
    private long line = 1;

    RunReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next chunk of white space; it is empty when something else, or nothing, follows. */
    void readSpace() throws IOException {
        start = end;
        do {
            int limit = Math.min(filled, start + CAPACITY);
            while (end < limit && isSpace(buffer[end])) {
                if (buffer[end++] == '\n') {
                    line++;
                }
            }
        } while (end == filled && length() < CAPACITY && fill());
    }

    /** Moves to the next chunk of a token; it is empty when white space, or nothing, follows. */
    void readToken() throws IOException {
        start = end;
        do {
            int limit = Math.min(filled, start + CAPACITY);
            while (end < limit && !isSpace(buffer[end])) {
                end++;
            }
        } while (end == filled && length() < CAPACITY && fill());
    }

    /** Passes over the rest of a run of white space. */
    void skipSpace() throws IOException {
        do {
            readSpace();
        } while (isCut());
    }

    /** Holds the current chunk, from {@link #start} to before {@link #end}, until the next one is read. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Whether the run may go on after this chunk. */
    boolean isCut() {
        return length() == CAPACITY;
    }

    /** Number of the line on which the next byte stands, from 1. */
    long line() {
        return line;
    }

    /** Reads on behind the current chunk, which may move; says whether there was anything. */
    private boolean fill() throws IOException {
        if (start >= BUFFER / 2) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            end -= start;
            filled -= start;
            start = 0;
        }
        int read = in.read(buffer, filled, BUFFER - filled);
        if (read < 0) {
            return false;
        }
        filled += read;
        return true;
    }

    /** Space, tab, line feed, vertical tab, form feed, carriage return: the formats' list, whatever the locale. */
    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}

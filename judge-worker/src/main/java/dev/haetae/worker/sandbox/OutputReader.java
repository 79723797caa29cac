package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.io.InputStream;

/** Reads a program's standard output while it runs. */
@FunctionalInterface
public interface OutputReader {

    /** Reads as much as it likes; the stream ends at the program's end or at its output limit, whichever comes first. */
    void read(InputStream stdout) throws IOException;

    /** A reader that is not interested. */
    static OutputReader ignoring() {
        return _ -> {};
    }
}

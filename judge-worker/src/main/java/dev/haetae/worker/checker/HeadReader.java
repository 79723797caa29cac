package dev.haetae.worker.checker;

import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.OutputReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Keeps the beginning of an output and judges nothing. */
public final class HeadReader implements OutputReader {

    private final int bytes;
    private Head head = Head.EMPTY;

    /** A reader that keeps that many bytes. */
    public HeadReader(int bytes) {
        this.bytes = bytes;
    }

    @Override
    public void read(InputStream stdout) throws IOException {
        HeadedInputStream headed = new HeadedInputStream(stdout, bytes);
        headed.transferTo(OutputStream.nullOutputStream());
        head = headed.head();
    }

    /** The beginning of the output, once the run has ended. */
    public Head head() {
        return head;
    }
}

package dev.haetae.worker.checker;

import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.OutputReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps the output of one run in a file until it is closed, for a program that judges it. */
public final class KeptOutput implements OutputReader, AutoCloseable {

    /** A program that has the file as its standard input may open it again, but not write to it. */
    private static final String READABLE = "rw-r--r--";

    private final Path file;
    private final int headBytes;
    private Head head = Head.EMPTY;

    /** A file with nothing in it. */
    public KeptOutput() {
        this(Check.HEAD_BYTES);
    }

    /** The same, which shows so much of it. */
    public KeptOutput(int headBytes) {
        this.headBytes = headBytes;
        try {
            file = Files.createTempFile("haetae-output", "");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(READABLE));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a program's output", e);
        }
    }

    @Override
    public void read(InputStream stdout) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            HeadedInputStream headed = new HeadedInputStream(stdout, headBytes);
            headed.transferTo(out);
            head = headed.head();
        }
    }

    /** All of the output, once the run has ended. */
    public Path file() {
        return file;
    }

    /** The beginning of the output, once the run has ended. */
    public Head head() {
        return head;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A program's output cannot be removed", e);
        }
    }
}

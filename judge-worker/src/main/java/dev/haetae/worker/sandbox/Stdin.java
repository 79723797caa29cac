package dev.haetae.worker.sandbox;

import java.nio.file.Path;

/** What a program reads from its standard input. */
public sealed interface Stdin {

    /** End of file at once. */
    record Empty() implements Stdin {}

    /** These bytes; the array is not copied and must not change. At most 32 MiB: use a file for more. */
    record Bytes(byte[] bytes) implements Stdin {}

    /**
     * A regular file of the host, opened by the runner. It has to be readable by everybody and writable by nobody but its owner, since a
     * program may open {@code /dev/stdin} again.
     */
    record HostFile(Path path) implements Stdin {}
}

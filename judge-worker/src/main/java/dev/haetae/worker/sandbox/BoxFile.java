package dev.haetae.worker.sandbox;

import java.nio.file.Path;

/**
 * A file, or an empty directory, for a box's work directory, readable by its programs.
 *
 * @param name relative to {@code /work}, parts separated by {@code /}; missing directories are made
 * @param executable whether programs may execute it
 */
public record BoxFile(String name, Content content, boolean executable) {

    public BoxFile {
        if (!WorkName.isValid(name)) {
            throw new IllegalArgumentException("Not a name for a file in the work directory: " + name);
        }
    }

    /** A file of these bytes. */
    public static BoxFile of(String name, byte[] bytes) {
        return new BoxFile(name, new Content.Bytes(bytes), false);
    }

    /** A copy of a regular file of the host. */
    public static BoxFile copyOf(String name, Path source) {
        return new BoxFile(name, new Content.HostFile(source), false);
    }

    /** A directory in which programs may write where the box's work directory is writable; nothing of its name may be there yet. */
    public static BoxFile directory(String name) {
        return new BoxFile(name, new Content.Directory(), false);
    }

    /** The same file, executable. */
    public BoxFile asExecutable() {
        return new BoxFile(name, content, true);
    }

    /** Where the bytes of a file come from. */
    public sealed interface Content {

        /** Given here; the array is not copied and must not change. */
        record Bytes(byte[] bytes) implements Content {}

        /** Copied from a regular file of the host. */
        record HostFile(Path path) implements Content {}

        /** None: it is a directory. */
        record Directory() implements Content {}
    }
}

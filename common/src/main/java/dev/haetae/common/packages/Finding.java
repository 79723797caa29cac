package dev.haetae.common.packages;

import org.jspecify.annotations.Nullable;

/**
 * Something that the author of a package should know of.
 *
 * @param file its path inside the package, or null when it is about the package as a whole
 * @param line line of the file, from 1, or null when no line can be named
 * @param message one sentence, without file and line
 */
public record Finding(@Nullable String file, @Nullable Integer line, String message) {

    /** The finding as one line of text: {@code file:line: message}. */
    @Override
    public String toString() {
        if (file == null) {
            return message;
        }
        return line == null ? file + ": " + message : file + ":" + line + ": " + message;
    }
}

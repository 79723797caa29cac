package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program of the jury. It is compiled in the sandbox, once for its content.
 *
 * @param name its path within the package, for messages: {@code output_validators/check.cpp}
 * @param language an id of {@code languages.yaml}, or null when the program brings a {@code build} or a {@code run} of its own
 * @param files at least one
 */
public record ProgramSpec(String name, @Nullable String language, List<FileRef> files) {

    public ProgramSpec {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a program without files: " + name);
        }
    }
}

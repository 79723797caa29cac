package dev.haetae.common.packages;

import dev.haetae.common.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program of the jury as a package brings it: a source file, or a directory of files.
 *
 * @param name its path in the package: {@code output_validators/check.cpp}, {@code output_validators/check}
 * @param language an id of {@code languages.yaml}, or null when it has a {@code build} or a {@code run} of its own
 * @param files at least one, by their paths below the program's directory
 * @param protocol how it is called
 */
public record PackageProgram(
        String name, @Nullable String language, SortedMap<String, PackageFile> files, Protocol protocol) {

    public PackageProgram {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** One that is called as the ICPC formats say. */
    public PackageProgram(String name, @Nullable String language, SortedMap<String, PackageFile> files) {
        this(name, language, files, Protocol.ICPC);
    }

    /** The same program, run among the submission's files. */
    PackageProgram besideSubmission() {
        return new PackageProgram(name, language, files, Protocol.ICPC_BESIDE_SUBMISSION);
    }

    boolean runsBesideSubmission() {
        return protocol == Protocol.ICPC_BESIDE_SUBMISSION;
    }

    /** What a package may call it: its file or directory, and a file without its ending. */
    List<String> names() {
        String file = PackagePath.name(name);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? List.of(file, file.substring(0, dot)) : List.of(file);
    }

    boolean isNamed(String other) {
        return names().contains(other);
    }
}

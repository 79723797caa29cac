package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program of the jury. It is compiled in the sandbox, once for its content.
 *
 * @param name its path within the package, for messages: {@code output_validators/check.cpp}
 * @param language an id of {@code languages.yaml}, or null when the program brings a {@code build} or a {@code run} of its own
 * @param files at least one
 * @param protocol how it is called; {@link Protocol#ICPC} where a sender of the first release does not say
 */
public record ProgramSpec(
        String name,
        @Nullable String language,
        List<FileRef> files,
        @Nullable Protocol protocol) {

    public ProgramSpec {
        files = List.copyOf(files);
        protocol = protocol == null ? Protocol.ICPC : protocol;
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a program without files: " + name);
        }
    }

    /** One that is called as the ICPC formats say. */
    public ProgramSpec(String name, @Nullable String language, List<FileRef> files) {
        this(name, language, files, Protocol.ICPC);
    }

    /** The same program, run among the submission's files. */
    public ProgramSpec besideSubmission() {
        return new ProgramSpec(name, language, files, Protocol.ICPC_BESIDE_SUBMISSION);
    }

    /** Whether the submission's files are all that its work directory holds. */
    public boolean runsBesideSubmission() {
        return protocol == Protocol.ICPC_BESIDE_SUBMISSION;
    }

    /** Whether it is called as testlib's programs are, and not as the ICPC formats' are. */
    public boolean speaksTestlib() {
        return protocol == Protocol.TESTLIB || givesHundredths();
    }

    /** Whether the points that it gives are hundredths of the test's. */
    public boolean givesHundredths() {
        return protocol == Protocol.TESTLIB_HUNDREDTHS;
    }
}

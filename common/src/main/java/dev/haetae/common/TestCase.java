package dev.haetae.common;

import org.jspecify.annotations.Nullable;

/**
 * One test of a set.
 *
 * @param name path below the package's {@code data/}, without its ending: {@code secret/02-small}
 * @param group the path's folder: {@code sample}, {@code secret}, {@code secret/group1}
 * @param input what the program reads, but where it talks with an interactor
 * @param answer what the output is compared with
 * @param checker how it is compared
 * @param invocation how the program is run; null means {@link Invocation#PLAIN}
 * @param fullFeedback whether who fails it sees its files, though it may be secret; null means no
 * @param hint for who fails it and may see that; null for none
 */
public record TestCase(
        String name,
        String group,
        BlobRef input,
        BlobRef answer,
        CheckerSpec checker,
        @Nullable Invocation invocation,
        @Nullable Boolean fullFeedback,
        @Nullable String hint) {

    public TestCase {
        invocation = Invocation.PLAIN.equals(invocation) ? null : invocation;
        fullFeedback = Boolean.TRUE.equals(fullFeedback) ? fullFeedback : null;
    }

    /** A test of which only the verdict is told. */
    public TestCase(
            String name,
            String group,
            BlobRef input,
            BlobRef answer,
            CheckerSpec checker,
            @Nullable Invocation invocation) {
        this(name, group, input, answer, checker, invocation, null, null);
    }

    /** A test that runs the program once, without arguments and files. */
    public TestCase(String name, String group, BlobRef input, BlobRef answer, CheckerSpec checker) {
        this(name, group, input, answer, checker, null);
    }

    /** Whether who fails it sees its files. */
    public boolean givesFullFeedback() {
        return fullFeedback != null;
    }

    /** Whether the submission's files are judged, in place of what its program writes. */
    public boolean looksAtFiles() {
        return checker instanceof CheckerSpec.StaticValidator;
    }

    /** How the program is run. */
    public Invocation howToRun() {
        return invocation == null ? Invocation.PLAIN : invocation;
    }
}

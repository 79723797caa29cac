package dev.haetae.common.packages;

import dev.haetae.common.NamedFiles;
import org.jspecify.annotations.Nullable;

/**
 * One test of a package.
 *
 * @param name path below {@code data/}, without its ending: {@code secret/02-small}
 * @param group the name's folder: {@code sample}, {@code secret}, {@code secret/group1}
 * @param input what a program reads
 * @param answer what its output is compared with
 * @param checker how an output is judged
 * @param shown what students see in place of a sample's input and answer
 * @param invocation how it runs programs
 * @param fullFeedback whether who fails it sees it, though it may be secret
 * @param hint for who fails it, or null
 */
public record PackageTest(
        String name,
        String group,
        PackageFile input,
        PackageFile answer,
        PackageChecker checker,
        Shown shown,
        PackageInvocation invocation,
        boolean fullFeedback,
        @Nullable String hint) {

    /** A test that runs programs once, without arguments and files, and gives no more than the verdict. */
    public PackageTest(
            String name, String group, PackageFile input, PackageFile answer, PackageChecker checker, Shown shown) {
        this(name, group, input, answer, checker, shown, PackageInvocation.PLAIN, false, null);
    }

    /** The same by these files, in place of the standard streams. */
    PackageTest by(@Nullable NamedFiles files) {
        return new PackageTest(name, group, input, answer, checker, shown, invocation.by(files), fullFeedback, hint);
    }

    /** Whether students see the test. */
    public boolean isSample() {
        return group.equals("sample") || group.startsWith("sample/");
    }

    /**
     * Replacements for display; judging never uses them.
     *
     * @param input in place of the input, or null
     * @param answer in place of the answer, or null
     * @param interaction in place of both, or null
     */
    public record Shown(
            @Nullable PackageFile input,
            @Nullable PackageFile answer,
            @Nullable PackageFile interaction) {

        /** The test's own files are shown. */
        public static final Shown AS_IT_IS = new Shown(null, null, null);
    }
}

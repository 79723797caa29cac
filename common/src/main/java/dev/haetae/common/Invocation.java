package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test runs a program.
 *
 * @param passes the most runs; 0 where no program is run, as the answer is handed in; with more than one, the checker's only program asks for the next run by writing its input to
 *     {@code nextpass.in}, and nothing of the contestant's survives from one to the next
 * @param arguments what stands behind the program on its command line
 * @param files laid into its work directory before each run, over what has their names
 * @param writesFiles whether it may make, change and delete files in its work directory; all is as before when the next run begins
 * @param named files in place of the standard streams; null where it uses both
 */
public record Invocation(
        int passes,
        List<String> arguments,
        List<FileRef> files,
        boolean writesFiles,
        @Nullable NamedFiles named) {

    /** Once, without arguments and files. */
    public static final Invocation PLAIN = new Invocation(1, List.of(), List.of(), false);

    public Invocation {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
        if (passes < 0) {
            throw new IllegalArgumentException("a program cannot be run " + passes + " times");
        }
    }

    /** By the standard streams. */
    public Invocation(int passes, List<String> arguments, List<FileRef> files, boolean writesFiles) {
        this(passes, arguments, files, writesFiles, null);
    }

    /** The same for another test, without the arguments and the files of this one. */
    public Invocation withoutOwn() {
        return new Invocation(passes, List.of(), List.of(), writesFiles, named);
    }

    /** The file in which the input lies, or null. */
    public @Nullable String inputFile() {
        return named == null ? null : named.input();
    }

    /** The file in which the output is left, or null. */
    public @Nullable String outputFile() {
        return named == null ? null : named.output();
    }

    /** Whether there may be more than one run. */
    public boolean repeats() {
        return passes > 1;
    }

    /** Whether each run needs a work directory of its own: what was compiled alone is not all that it has to hold, or not for long. */
    public boolean changesWorkDirectory() {
        return writesFiles || named != null || !files.isEmpty();
    }
}

package dev.haetae.common.packages;

import dev.haetae.common.NamedFiles;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a package wants a test to run programs.
 *
 * @param passes the most runs; 0 where no program is run, as the answer is handed in
 * @param arguments of the program
 * @param files laid into its work directory, by their paths there
 * @param writesFiles whether it may write in its work directory
 * @param named files in place of the standard streams; null where it uses both
 */
public record PackageInvocation(
        int passes,
        List<String> arguments,
        SortedMap<String, PackageFile> files,
        boolean writesFiles,
        @Nullable NamedFiles named) {

    /** Once, without arguments and files. */
    public static final PackageInvocation PLAIN = plain(1);

    public PackageInvocation {
        arguments = List.copyOf(arguments);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** So often, without arguments and files. */
    static PackageInvocation plain(int passes) {
        return new PackageInvocation(passes, List.of(), Collections.emptySortedMap(), false, null);
    }

    /** The same by these files. */
    PackageInvocation by(@Nullable NamedFiles others) {
        return new PackageInvocation(passes, arguments, files, writesFiles, others);
    }
}

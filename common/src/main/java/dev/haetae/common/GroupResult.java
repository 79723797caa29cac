package dev.haetae.common;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group of tests has come to, with all groups in it.
 *
 * @param name path below the package's {@code data/}: {@code sample}, {@code secret}, {@code secret/group1}
 * @param parent the group around it, or null
 * @param verdict null when it was not run
 * @param score null where the group gives none
 * @param maxScore the most that it gives, or null when it gives none or there is no bound
 * @param testsDone tests that were run
 * @param testsTotal tests in it
 * @param skipped why it was not run, or null
 */
public record GroupResult(
        String name,
        @Nullable String parent,
        @Nullable Verdict verdict,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        int testsDone,
        int testsTotal,
        @Nullable Skip skipped) {

    /** The names of the groups around a test, from the outermost on; of a group with a slash behind it, with the group itself. */
    public static List<String> around(String test) {
        List<String> groups = new ArrayList<>();
        for (int slash = test.indexOf('/'); slash >= 0; slash = test.indexOf('/', slash + 1)) {
            groups.add(test.substring(0, slash));
        }
        return groups;
    }

    /** The name of the group around one of this name, or null. */
    public static @Nullable String parentOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? null : name.substring(0, slash);
    }
}

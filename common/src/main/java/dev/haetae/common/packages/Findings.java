package dev.haetae.common.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about a package while it is read. */
final class Findings {

    /** More than anybody reads. */
    private static final int MOST = 100;

    private final List<Finding> reasons = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private int warned;
    private UnaryOperator<String> names = UnaryOperator.identity();

    /** From now on files that are read by other names are called as in the package. */
    void name(UnaryOperator<String> inPackage) {
        UnaryOperator<String> before = names;
        names = path -> before.apply(inPackage.apply(path));
    }

    /** The package cannot be imported. */
    void refuse(@Nullable String file, @Nullable Integer line, String reason) {
        if (reasons.size() < MOST) {
            reasons.add(finding(file, line, reason));
        }
    }

    void refuse(@Nullable String file, String reason) {
        refuse(file, null, reason);
    }

    /** The package can be imported, but its author should know. */
    void warn(@Nullable String file, @Nullable Integer line, String warning) {
        if (warned++ < MOST) {
            warnings.add(finding(file, line, warning));
        }
    }

    void warn(@Nullable String file, String warning) {
        warn(file, null, warning);
    }

    private Finding finding(@Nullable String file, @Nullable Integer line, String message) {
        return new Finding(file == null ? null : names.apply(file), line, message);
    }

    boolean refused() {
        return !reasons.isEmpty();
    }

    List<Finding> reasons() {
        return List.copyOf(reasons);
    }

    List<Finding> warnings() {
        List<Finding> all = new ArrayList<>(warnings);
        if (warned > MOST) {
            all.add(new Finding(null, null, "there are " + (warned - MOST) + " more warnings"));
        }
        return List.copyOf(all);
    }
}

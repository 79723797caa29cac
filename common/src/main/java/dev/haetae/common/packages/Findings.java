package dev.haetae.common.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about a package while it is read. */
final class Findings {

    /** More than anybody reads. */
    private static final int MOST = 100;

    private final List<Finding> reasons = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private int warned;

    /** The package cannot be imported. */
    void refuse(@Nullable String file, @Nullable Integer line, String reason) {
        if (reasons.size() < MOST) {
            reasons.add(new Finding(file, line, reason));
        }
    }

    void refuse(@Nullable String file, String reason) {
        refuse(file, null, reason);
    }

    /** The package can be imported, but its author should know. */
    void warn(@Nullable String file, @Nullable Integer line, String warning) {
        if (warned++ < MOST) {
            warnings.add(new Finding(file, line, warning));
        }
    }

    void warn(@Nullable String file, String warning) {
        warn(file, null, warning);
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

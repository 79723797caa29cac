package dev.haetae.api.problem;

import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.TimeLimitSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import has come to; fields as in the HTTP contract.
 *
 * @param checks how far the input validators are; null when the package has none that can be run
 */
record ImportedProblem(
        String slug,
        int version,
        PackageFormat format,
        ProblemState state,
        ImportedTimeLimit timeLimit,
        int tests,
        int jurySubmissions,
        @Nullable CheckState checks,
        List<String> warnings) {

    /** The time limit, and what stated it. */
    record ImportedTimeLimit(long millis, TimeLimitSource source) {}
}

package dev.haetae.common.verification;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the jury's solutions say about the time limit.
 *
 * @param lowerMillis the least that leaves its margin to the slowest solution that has to be accepted, or null without one
 * @param upperMillis the most that leaves its margin to the fastest that has to be too slow, or null without one
 * @param chosenMillis the suggestion: the smallest multiple of the resolution that is not below the lower bound, or null without one. It
 *     keeps the margin to the slow ones, too, when it is not above the upper bound
 */
public record TimeLimitAdvice(
        @Nullable Long lowerMillis,
        @Nullable Long upperMillis,
        @Nullable Long chosenMillis) {

    /** From all solutions that were judged, in the time of a language without a factor. */
    public static TimeLimitAdvice of(Collection<Assessment> solutions, TimeMargins margins) {
        Long slowest = null;
        Long fastest = null;
        for (Assessment solution : solutions) {
            if (solution.lowerMillis() != null) {
                slowest = Math.max(slowest == null ? 0 : slowest, solution.lowerMillis());
            }
            if (solution.upperMillis() != null) {
                fastest = Math.min(fastest == null ? Long.MAX_VALUE : fastest, solution.upperMillis());
            }
        }
        return new TimeLimitAdvice(
                slowest == null ? null : margins.lower(slowest),
                fastest == null ? null : margins.upper(fastest),
                slowest == null ? null : margins.limit(slowest));
    }
}

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

    /**
     * One solution's slowest test.
     *
     * @param timeMillis CPU time, divided by the factor that its language has in this problem
     */
    public record Measured(Expectation expectation, long timeMillis) {}

    /** From all solutions that were judged. */
    public static TimeLimitAdvice of(Collection<Measured> solutions, TimeMargins margins) {
        Long slowest = null;
        Long fastest = null;
        for (Measured solution : solutions) {
            if (solution.expectation().isAccepted()) {
                slowest = slowest == null ? solution.timeMillis() : Math.max(slowest, solution.timeMillis());
            } else if (solution.expectation().isTooSlow()) {
                fastest = fastest == null ? solution.timeMillis() : Math.min(fastest, solution.timeMillis());
            }
        }
        return new TimeLimitAdvice(
                slowest == null ? null : margins.lower(slowest),
                fastest == null ? null : margins.upper(fastest),
                slowest == null ? null : margins.limit(slowest));
    }
}

package dev.haetae.common.verification;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the jury's solutions say about the time limit, by the multipliers that the 2025-09 format has by default.
 *
 * @param lowerMillis twice the slowest solution that has to be accepted, or null without one
 * @param upperMillis two thirds of the fastest that has to be too slow, or null without one
 * @param chosenMillis the suggestion: the smallest whole second that is not below the lower bound, or null without one. It keeps the
 *     margin to the slow ones, too, when it is not above the upper bound
 */
public record TimeLimitAdvice(
        @Nullable Long lowerMillis,
        @Nullable Long upperMillis,
        @Nullable Long chosenMillis) {

    private static final long AC_TO_TIME_LIMIT = 2;
    private static final double TIME_LIMIT_TO_TLE = 1.5;
    private static final long RESOLUTION_MILLIS = 1_000;

    /**
     * One solution's slowest test.
     *
     * @param timeMillis CPU time, divided by the factor that its language has in this problem
     */
    public record Measured(Expectation expectation, long timeMillis) {}

    /** From all solutions that were judged. */
    public static TimeLimitAdvice of(Collection<Measured> solutions) {
        Long lower = null;
        Long upper = null;
        for (Measured solution : solutions) {
            if (solution.expectation().isAccepted()) {
                long bound = AC_TO_TIME_LIMIT * solution.timeMillis();
                lower = lower == null ? bound : Math.max(lower, bound);
            } else if (solution.expectation().isTooSlow()) {
                long bound = (long) (solution.timeMillis() / TIME_LIMIT_TO_TLE);
                upper = upper == null ? bound : Math.min(upper, bound);
            }
        }
        return new TimeLimitAdvice(lower, upper, lower == null ? null : wholeSeconds(lower));
    }

    private static long wholeSeconds(long millis) {
        return Math.max(1, Math.ceilDiv(millis, RESOLUTION_MILLIS)) * RESOLUTION_MILLIS;
    }
}

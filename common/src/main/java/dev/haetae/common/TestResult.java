package dev.haetae.common;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test's outcome.
 *
 * @param index place in the set, from 1
 * @param name the test's name
 * @param group the test's group
 * @param verdict its verdict
 * @param reason why, where the verdict alone leaves it open
 * @param exitCode the program's exit code, 0–255, or null when a signal ended it
 * @param signal the signal that ended it, or null
 * @param timeMillis CPU time, user + system of all its processes, rounded down
 * @param wallMillis time by the clock
 * @param memoryBytes peak memory
 * @param feedback what the validator says to the contestant, or null
 * @param judgeFeedback what the validator says to the jury, or null
 * @param output head of what it wrote to standard output
 * @param stderr head of what it wrote to standard error
 * @param passes its runs where there may be more than one, else null; the figures above are their maxima, and how it ended is how the
 *     last one did
 * @param score what it gives, or null where tests give none
 * @param maxScore the most that it could have given, or null where tests give none or there is no bound
 */
public record TestResult(
        int index,
        String name,
        String group,
        Verdict verdict,
        @Nullable Reason reason,
        @Nullable Integer exitCode,
        @Nullable Integer signal,
        long timeMillis,
        long wallMillis,
        long memoryBytes,
        @Nullable String feedback,
        @Nullable String judgeFeedback,
        Head output,
        Head stderr,
        @Nullable List<Pass> passes,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore) {

    public TestResult {
        passes = passes == null ? null : List.copyOf(passes);
    }

    /** Of a test with one run, which gives no score. */
    public TestResult(
            int index,
            String name,
            String group,
            Verdict verdict,
            @Nullable Reason reason,
            @Nullable Integer exitCode,
            @Nullable Integer signal,
            long timeMillis,
            long wallMillis,
            long memoryBytes,
            @Nullable String feedback,
            @Nullable String judgeFeedback,
            Head output,
            Head stderr) {
        this(
                index,
                name,
                group,
                verdict,
                reason,
                exitCode,
                signal,
                timeMillis,
                wallMillis,
                memoryBytes,
                feedback,
                judgeFeedback,
                output,
                stderr,
                null,
                null,
                null);
    }

    /** The same with what it gives. */
    public TestResult worth(@Nullable BigDecimal points, @Nullable BigDecimal most) {
        return new TestResult(
                index,
                name,
                group,
                verdict,
                reason,
                exitCode,
                signal,
                timeMillis,
                wallMillis,
                memoryBytes,
                feedback,
                judgeFeedback,
                output,
                stderr,
                passes,
                points,
                most);
    }

    /**
     * One run of a test that may have several.
     *
     * @param index its place, from 1
     * @param timeMillis CPU time, as of the whole
     * @param memoryBytes peak memory
     * @param exitCode 0–255, or null when a signal ended it
     */
    public record Pass(
            int index,
            long timeMillis,
            long memoryBytes,
            @Nullable Integer exitCode) {}

    /** What led to a verdict. */
    public enum Reason {
        /** The CPU limit. */
        CPU,
        /** The wall guard. */
        WALL,
        /** A signal. */
        SIGNAL,
        /** An exit code other than 0. */
        EXIT_CODE,
        /** A system call that is not allowed (SIGSYS). */
        FORBIDDEN,
        /** The output limit. */
        OUTPUT
    }
}

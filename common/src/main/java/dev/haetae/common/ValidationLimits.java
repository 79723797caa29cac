package dev.haetae.common;

/**
 * The limits of one run of a jury's program, and likewise of its compiling.
 *
 * @param timeMillis CPU time, user + system, &gt; 0
 * @param memoryBytes memory, &gt; 0; what a runtime itself needs is added by the worker
 * @param outputBytes what it may write, its feedback included, &gt; 0
 */
public record ValidationLimits(long timeMillis, long memoryBytes, long outputBytes) {

    /** The formats' defaults. */
    public static final ValidationLimits DEFAULT = new ValidationLimits(60_000, 2_048L << 20, 8L << 20);

    public ValidationLimits {
        if (timeMillis <= 0 || memoryBytes <= 0 || outputBytes <= 0) {
            throw new IllegalArgumentException("limits are greater than 0: time %d, memory %d, output %d"
                    .formatted(timeMillis, memoryBytes, outputBytes));
        }
    }
}

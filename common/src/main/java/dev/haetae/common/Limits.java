package dev.haetae.common;

/**
 * The limits of one submission in one language, language factors applied.
 *
 * @param timeMillis CPU time of one test, user + system, &gt; 0
 * @param memoryBytes memory of one test, &gt; 0; what a runtime itself needs is added by the worker
 * @param outputBytes stdout + stderr + files of one test, &gt; 0
 * @param codeBytes sources of a submission, all files together, &gt; 0
 * @param compileTimeMillis CPU time of the compiler, &gt; 0
 * @param compileMemoryBytes memory of the compiler, &gt; 0
 */
public record Limits(
        long timeMillis,
        long memoryBytes,
        long outputBytes,
        long codeBytes,
        long compileTimeMillis,
        long compileMemoryBytes) {

    private static final long MIB = 1L << 20;

    /** The formats' defaults, with 2 s where a problem says nothing of time. */
    public static final Limits DEFAULT = new Limits(2_000, 2_048 * MIB, 8 * MIB, 128 << 10, 60_000, 2_048 * MIB);

    public Limits {
        requirePositive(timeMillis, "timeMillis");
        requirePositive(memoryBytes, "memoryBytes");
        requirePositive(outputBytes, "outputBytes");
        requirePositive(codeBytes, "codeBytes");
        requirePositive(compileTimeMillis, "compileTimeMillis");
        requirePositive(compileMemoryBytes, "compileMemoryBytes");
    }

    /** The same with another time limit. */
    public Limits withTimeMillis(long millis) {
        return new Limits(millis, memoryBytes, outputBytes, codeBytes, compileTimeMillis, compileMemoryBytes);
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be greater than 0, not " + value);
        }
    }
}

package dev.haetae.system;

import java.util.List;

/**
 * Measures a running Haetae beside the machine's own speed, interleaved in one run, so that a figure is a ratio and not a
 * property of the hardware. {@code ./haetae bench} starts a system for it and removes it afterwards.
 */
public final class Bench {

    private Bench() {}

    /** Runs all measurements; the environment says where the system is ({@code HAETAE_HOME}, {@code HAETAE_URL}). */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.err.println("bench takes no argument, and was given " + String.join(" ", arguments));
            System.exit(2);
        }
        BenchSystem system = BenchSystem.fromEnvironment();
        List<Measurement> measurements =
                List.of(new JudgingBench(system), new IntakeBench(system), new FinalisingBench(system));
        for (Measurement measurement : measurements) {
            System.out.println();
            System.out.println(measurement.title());
            measurement.run().forEach(line -> System.out.println("  " + line));
        }
    }

    /** One comparison. */
    interface Measurement {
        String title();

        /** The figures, a line each. */
        List<String> run() throws Exception;
    }
}

package dev.haetae.worker.bench;

/** A way to start programs. */
record Variant(String name, Starter starter) {

    /** Starts a program {@code count} times, one after the other. */
    @FunctionalInterface
    interface Starter {
        /** Returns how many nanoseconds each took, from the request to its end. */
        long[] start(BenchProgram program, int count) throws Exception;
    }

    double medianNanos(BenchProgram program) throws Exception {
        return Median.of(starter.start(program, program.runsPerRound()));
    }
}

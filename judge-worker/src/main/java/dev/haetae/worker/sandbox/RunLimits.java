package dev.haetae.worker.sandbox;

import java.time.Duration;

/**
 * What a program and its children may use together.
 *
 * @param cpu user and system time
 * @param wall a guard: elapsed time, less the time in which the program could have run but did not get the core
 * @param memoryBytes all memory, files in {@code /tmp} and {@code /work} included
 * @param outputBytes standard output, standard error and files written; beyond it the program runs on and its output is discarded
 * @param processes processes and threads at a time
 * @param stackBytes of the main thread; 0 for no limit but the memory
 * @param cores how many of its slot's cores, from 1 to all of them
 */
public record RunLimits(
        Duration cpu, Duration wall, long memoryBytes, long outputBytes, int processes, long stackBytes, int cores) {

    public RunLimits {
        if (cpu.isNegative() || cpu.isZero() || wall.isNegative() || wall.isZero()) {
            throw new IllegalArgumentException("A run needs time: cpu " + cpu + ", wall " + wall);
        }
        if (memoryBytes <= 0 || outputBytes < 0 || processes <= 0 || stackBytes < 0 || cores <= 0) {
            throw new IllegalArgumentException(
                    "A run needs room: memory %d, output %d, processes %d, stack %d, cores %d"
                            .formatted(memoryBytes, outputBytes, processes, stackBytes, cores));
        }
    }

    /** Of a program that runs on one core. */
    public RunLimits(Duration cpu, Duration wall, long memoryBytes, long outputBytes, int processes, long stackBytes) {
        this(cpu, wall, memoryBytes, outputBytes, processes, stackBytes, 1);
    }

    /** The wall guard that goes with a CPU limit: half as much again and a second, for programs that wait instead of computing. */
    public static Duration wallGuard(Duration cpu) {
        return cpu.multipliedBy(3).dividedBy(2).plusSeconds(1);
    }
}

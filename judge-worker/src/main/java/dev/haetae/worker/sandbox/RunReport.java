package dev.haetae.worker.sandbox;

import java.time.Duration;

/**
 * What a run was like: facts, no verdict.
 *
 * @param killed the first limit that was hit, if any
 * @param cpu user and system time of the program and all its children
 * @param runnable the part of {@code wall} in which the program could have run but did not get the core
 * @param memoryPeakBytes the most memory in use at a time
 * @param oomKills processes killed for want of memory
 * @param processLimitHits processes or threads that were refused by the limit
 * @param outputBytes standard output, standard error and files written, what was discarded included
 * @param leftovers whether processes outlived the main one (they were killed)
 * @param stderrHead the beginning of standard error, as long as was asked for; the array is the caller's
 */
public record RunReport(
        Ending ending,
        Killed killed,
        Duration cpu,
        Duration wall,
        Duration runnable,
        long memoryPeakBytes,
        int oomKills,
        int processLimitHits,
        long outputBytes,
        boolean outputOverLimit,
        boolean leftovers,
        byte[] stderrHead) {}

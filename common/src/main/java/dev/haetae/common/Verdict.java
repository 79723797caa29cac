package dev.haetae.common;

/** What a judging decided. The order of rules that lead to each constant is the judging rules' "one test, in this order". */
public enum Verdict {
    /** Every test that had to be passed was passed. */
    ACCEPTED,
    /** The program ended normally within its limits and the validator rejected what it wrote. */
    WRONG_ANSWER,
    /** CPU time (user + system, of all its processes) passed the limit, or the wall guard expired first. */
    TIME_LIMIT_EXCEEDED,
    /** The kernel killed a process of the program for memory, whatever the exit code was. */
    MEMORY_LIMIT_EXCEEDED,
    /** The program ended by itself within its limits, having written more than it may: stdout, stderr and files together. */
    OUTPUT_LIMIT_EXCEEDED,
    /** The program ended by a signal or with an exit code other than 0. */
    RUNTIME_ERROR,
    /** The compiler rejected the source, or passed the compile limits. */
    COMPILE_ERROR,
    /** We failed: the cause is an operator's to read, and never the contestant's fault. */
    JUDGE_ERROR,
    /** Withdrawn before it was decided. */
    CANCELLED
}

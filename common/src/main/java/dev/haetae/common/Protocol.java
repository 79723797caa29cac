package dev.haetae.common;

/** How a program of the jury is called, and what its end means. */
public enum Protocol {
    /** The ICPC formats': {@code INPUT ANSWER FEEDBACK/ ARGUMENTS < OUTPUT}, ends with 42 or 43. */
    ICPC,
    /** As {@link #ICPC}, but in a work directory that holds the submission's files and nothing else, as 2025-09 has it. */
    ICPC_BESIDE_SUBMISSION,
    /**
     * testlib.h's: a checker is called as {@code INPUT OUTPUT ANSWER}, an interactor with a file to write in the second place; both end
     * with 0 when all is right, and say why on standard error. They are compiled with {@code PC_BASE_EXIT_CODE} 50, so that partial
     * points cannot be taken for another end.
     */
    TESTLIB,
    /** As {@link #TESTLIB}, but the points that a checker gives are hundredths of the test's. */
    TESTLIB_HUNDREDTHS
}

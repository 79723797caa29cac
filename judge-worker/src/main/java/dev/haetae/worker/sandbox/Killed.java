package dev.haetae.worker.sandbox;

/** What ended a run or would have to: the first that happened. */
public enum Killed {
    /** Nothing: the program kept its limits and ended as its {@link Ending} says. */
    NONE,
    /** It, or a child of it, was killed for want of memory, even when the main process then exited with 0. */
    MEMORY,
    /** Its CPU time reached the limit. */
    CPU,
    /** The wall guard expired. */
    WALL,
    /** {@link Sandbox#cancel()}. */
    CANCEL,
    /** The end of the other program of a pair. */
    PARTNER
}

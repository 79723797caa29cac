package dev.haetae.worker.sandbox;

/** The two boxes of a slot, which cannot see, signal or charge each other. */
public enum BoxName {
    /** Where submissions are compiled and run. */
    CONTESTANT,
    /** Where checkers and interactors run. */
    JURY
}

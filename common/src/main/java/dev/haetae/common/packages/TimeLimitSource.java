package dev.haetae.common.packages;

/** Where a problem's time limit comes from; the names are those of the HTTP contract. */
public enum TimeLimitSource {
    /** {@code limits.time_limit} in {@code problem.yaml}, or {@code timelimit} in {@code domjudge-problem.ini}. */
    PACKAGE,
    /** The file {@code .timelimit}. */
    TIMELIMIT_FILE,
    /** The package states none: it is measured from the jury's solutions. */
    DERIVED,
    /** Somebody has set it by hand. */
    OPERATOR
}

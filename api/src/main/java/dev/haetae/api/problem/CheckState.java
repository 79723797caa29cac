package dev.haetae.api.problem;

/** How far the checking of a version's inputs is; the names are those of the HTTP contract. */
enum CheckState {
    /** Its input validators wait for a worker, or run. */
    PENDING,
    /** They accept all inputs. */
    PASSED,
    /** They do not, or could not be run. */
    FAILED
}

package dev.haetae.api.problem;

/** Whether a problem can be judged; the names are those of the HTTP contract. */
enum ProblemState {
    /** It can. */
    READY,
    /** Its time limit is being measured: submissions wait for it. */
    CHECKING,
    /** It cannot, as it has no tests, or as none of the solutions that its time limit has to be taken from is accepted. */
    BROKEN
}

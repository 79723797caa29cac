package dev.haetae.api.problem;

/** Whether a problem can be judged; the names are those of the HTTP contract. */
enum ProblemState {
    /** It can. */
    READY,
    /** It cannot, as it has no tests: submissions are refused. */
    BROKEN;

    static ProblemState of(ProblemContent content) {
        return content.isJudgeable() ? READY : BROKEN;
    }
}

package dev.haetae.api.submission;

/** What a reader of a submission may learn. */
enum Viewer {
    /** The submitter: everything of samples, the verdicts of hidden tests. */
    OWNER,
    /** Whoever teaches: all tests, but not what operators have to mend. */
    STAFF,
    /** Whoever runs this: everything. */
    OPERATOR;

    boolean seesHiddenTests() {
        return this != OWNER;
    }

    boolean seesDetail() {
        return this == OPERATOR;
    }
}

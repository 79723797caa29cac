package dev.haetae.api.submission;

/** How far a submission is. */
enum Status {
    /** Nobody has begun. */
    QUEUED,
    /** A worker compiles it. */
    COMPILING,
    /** Its tests run. */
    RUNNING,
    /** It has its verdict. */
    DONE
}

package dev.haetae.api.problem;

/** Who sees a problem; the names are those of the HTTP contract. */
enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** Its owner and administrators. */
    HIDDEN
}

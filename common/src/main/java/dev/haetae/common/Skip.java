package dev.haetae.common;

/** Why a test of a scoring problem was not run. */
public enum Skip {
    /** A test before it was rejected, and its group stops there. */
    BREAK,
    /** Its group is run only for those who pass another one. */
    REQUIRE_PASS
}

package dev.haetae.api.problem;

import org.jspecify.annotations.Nullable;

/** How much students learn of the hidden tests that judged them; of samples they learn all. From little to much. */
public enum FeedbackPolicy {
    /** Not even the verdict, unless it does not compile or was taken back. */
    NONE,
    /** The verdict. */
    VERDICT,
    /** The verdict, and the tests up to the first that was not accepted. */
    FIRST_FAILURE,
    /** The verdict of each group. */
    GROUPS,
    /** The verdict of each test. */
    TESTS;

    /** The one of that name, or null. */
    static @Nullable FeedbackPolicy of(String name) {
        for (FeedbackPolicy policy : values()) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        return null;
    }
}

package dev.haetae.common.verification;

import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the 2025-09 format demands of a solution's tests.
 *
 * @param tests pattern of the tests that it is about, or null for all
 * @param permitted each of them has one of these verdicts
 * @param required at least one of them has one of these
 * @param message stands in what a validator says to the jury of at least one of them; empty: nothing has to
 * @param score of the group, or of the solution where it is about all tests; null: any
 * @param lower whether the slowest of them bounds the time limit from below
 * @param upper whether the slowest of them bounds it from above
 */
public record Requirement(
        @Nullable String tests,
        Set<Verdict> permitted,
        Set<Verdict> required,
        String message,
        @Nullable ScoreRange score,
        boolean lower,
        boolean upper) {

    /** Verdicts that a test can have; the rest is no test's, and never permitted. */
    public static final Set<Verdict> ANY = Set.copyOf(EnumSet.of(
            Verdict.ACCEPTED,
            Verdict.WRONG_ANSWER,
            Verdict.TIME_LIMIT_EXCEEDED,
            Verdict.MEMORY_LIMIT_EXCEEDED,
            Verdict.OUTPUT_LIMIT_EXCEEDED,
            Verdict.RUNTIME_ERROR));

    public Requirement {
        permitted = Set.copyOf(permitted);
        required = Set.copyOf(required);
    }

    /** A score that is allowed, both ends included. */
    public record ScoreRange(BigDecimal least, BigDecimal most) {

        boolean contains(BigDecimal score) {
            return score.compareTo(least) >= 0 && score.compareTo(most) <= 0;
        }

        @Override
        public String toString() {
            return least.compareTo(most) == 0
                    ? least.toPlainString()
                    : least.toPlainString() + " to " + most.toPlainString();
        }
    }

    boolean isAbout(String test) {
        return tests == null || new Glob(tests).matches(test);
    }
}

package dev.haetae.common.scoring;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of a group are worth in the format 2025-09, and what its validators must not claim.
 *
 * @param sharing how many of its tests have no points of their own
 */
record Worths(ScoreGroup group, int sharing) {

    Worth of(String test) {
        if (group.aggregation() == Aggregation.PASS_FAIL) {
            return (_, claim) -> withoutPoints(test, claim);
        }
        Fraction most = most(test);
        return (verdict, claim) ->
                new Points(verdict == Verdict.ACCEPTED ? accepted(test, most, claim) : rejected(test, claim), most);
    }

    /** The most that a test gives, or null when there is no bound. */
    private @Nullable Fraction most(String test) {
        BigDecimal own = group.points().get(test);
        if (own != null || group.maxScore() == null) {
            return own == null ? null : Fraction.of(own);
        }
        Fraction most = Fraction.of(group.maxScore());
        if (group.aggregation() == Aggregation.MIN) {
            return most;
        }
        for (BigDecimal points : group.points().values()) {
            most = most.minus(Fraction.of(points));
        }
        return most.part(sharing);
    }

    private Points withoutPoints(String test, Claim claim) {
        if (!claim.equals(Claim.NOTHING)) {
            throw fault(test, "gives it a score, but its group is pass-fail");
        }
        return Points.NONE;
    }

    private static Fraction rejected(String test, Claim claim) {
        if (!claim.equals(Claim.NOTHING)) {
            throw fault(test, "rejects it and gives it a score");
        }
        return Fraction.ZERO;
    }

    private static Fraction accepted(String test, @Nullable Fraction most, Claim claim) {
        return switch (claim) {
            case Claim.Nothing() when most == null -> throw fault(test, "gives it no score.txt, and it has no maximum");
            case Claim.Nothing() -> most;
            case Claim.Score(var score) -> score(test, most, Fraction.of(score));
            case Claim.Multiplier(var part) -> multiplied(test, most, Fraction.of(part));
            case Claim.Both(var _) -> throw fault(test, "gives it both score.txt and score_multiplier.txt");
            case Claim.Unreadable(var file) -> throw fault(test, "gives it a " + file + " that is not one number");
        };
    }

    private static Fraction score(String test, @Nullable Fraction most, Fraction score) {
        if (score.compareTo(Fraction.ZERO) < 0) {
            throw fault(test, "gives it the score %s, which is less than 0".formatted(score.rounded()));
        }
        if (most != null && score.compareTo(most) > 0) {
            throw fault(
                    test, "gives it the score %s, and its maximum is %s".formatted(score.rounded(), most.rounded()));
        }
        return score;
    }

    private static Fraction multiplied(String test, @Nullable Fraction most, Fraction part) {
        if (most == null) {
            throw fault(test, "gives it a score_multiplier.txt, and it has no maximum");
        }
        if (part.compareTo(Fraction.ZERO) < 0 || part.compareTo(Fraction.of(BigDecimal.ONE)) > 0) {
            throw fault(test, "gives it the multiplier %s, which is not from 0 to 1".formatted(part.rounded()));
        }
        return most.times(part);
    }

    private static ScoringFaultException fault(String test, String what) {
        return new ScoringFaultException("On " + test + " the validator " + what);
    }
}

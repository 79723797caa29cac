package dev.haetae.common.scoring;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all tests have come to.
 *
 * @param verdict the submission's
 * @param score null in a pass-fail problem
 * @param groups outer ones before those in them, or null in a problem whose groups make no difference
 * @param graded the verdict of a legacy package's graders on all, or null without any; a scoring problem's submission may be accepted by
 *     them, and have rejected tests
 */
public record Tally(
        Verdict verdict,
        @Nullable BigDecimal score,
        @Nullable List<GroupResult> groups,
        @Nullable Verdict graded) {

    /** Without score and groups. */
    static Tally of(Verdict verdict) {
        return new Tally(verdict, null, null, null);
    }
}

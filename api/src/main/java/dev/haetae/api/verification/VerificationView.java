package dev.haetae.api.verification;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.verification.TimeLimitAdvice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification as the contract shows it.
 *
 * @param status {@code RUNNING} until every row has ended, then {@code DONE}
 * @param done rows that have ended
 * @param matches whether all rows that have ended are as expected
 */
record VerificationView(
        UUID id,
        String problem,
        int version,
        String status,
        int done,
        int total,
        boolean matches,
        List<RowView> rows,
        TimeLimitAdvice timeLimit,
        Instant requestedAt) {

    /**
     * One solution.
     *
     * @param file its path in the package
     * @param language null for one that is not judged, since it is in no language that the problem takes
     * @param expected the verdicts that its author allows; empty: any
     * @param verdict null until it has ended, and for one that is not judged
     * @param expectedScore that its author wants, or null for any
     * @param groups what its groups have come to; empty where they make no difference
     * @param maxTimeMillis CPU time of its slowest test; at twice the limit it was stopped
     * @param matches whether all is as expected, null as long as there is no verdict
     * @param objections what is not, by test where the format demands something of tests
     * @param detail why there is no verdict of its own, or null
     */
    record RowView(
            String file,
            @Nullable String language,
            Set<Verdict> expected,
            @Nullable Verdict verdict,
            @Nullable BigDecimal score,
            @Nullable BigDecimal expectedScore,
            List<GroupResult> groups,
            @Nullable String slowestTest,
            @Nullable Long maxTimeMillis,
            @Nullable Boolean matches,
            List<String> objections,
            @Nullable String detail) {}
}

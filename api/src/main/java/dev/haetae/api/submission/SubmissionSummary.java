package dev.haetae.api.submission;

import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission in a list; field names and meanings are the HTTP contract's.
 *
 * @param language null where answers were submitted
 * @param verdict null until the end, and beyond it where the problem's policy does not grant it
 * @param timeMillis maximum over its tests, CPU time
 * @param wallMillis maximum over its tests
 * @param memoryBytes maximum over its tests
 */
record SubmissionSummary(
        UUID id,
        String problem,
        String user,
        @Nullable String language,
        Status status,
        @Nullable Verdict verdict,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable Long timeMillis,
        @Nullable Long wallMillis,
        @Nullable Long memoryBytes,
        int testsDone,
        int testsTotal,
        int attempt,
        List<GroupView> groups,
        Instant submittedAt,
        @Nullable Instant judgedAt,
        @Nullable JudgementView judgement,
        @Nullable String detail) {

    /**
     * A test group's part of the verdict.
     *
     * @param parent the group around it, or null
     * @param skipped why it was not run, or null
     */
    record GroupView(
            String name,
            @Nullable String parent,
            @Nullable Verdict verdict,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maxScore,
            int testsDone,
            int testsTotal,
            @Nullable String skipped) {}

    /** With what it was judged. */
    record JudgementView(
            String worker, int problemVersion, @Nullable String compiler, String sandbox) {}
}

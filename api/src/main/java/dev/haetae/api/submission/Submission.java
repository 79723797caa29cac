package dev.haetae.api.submission;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission's row, with the names that go with it; the columns' meaning is the migration's.
 *
 * @param problem the problem's slug
 * @param username the submitter's
 * @param language null where answers were submitted
 * @param result the report, null until the end and when none came
 * @param detail for operators: what to mend after a JUDGE_ERROR
 */
record Submission(
        UUID id,
        UUID problemId,
        String problem,
        int problemVersion,
        UUID userId,
        String username,
        @Nullable String language,
        Status status,
        @Nullable Verdict verdict,
        @Nullable BigDecimal score,
        int attempt,
        @Nullable Long timeMillis,
        @Nullable Long wallMillis,
        @Nullable Long memoryBytes,
        int testsDone,
        int testsTotal,
        @Nullable String compilerOutput,
        @Nullable StoredResult result,
        @Nullable String detail,
        Instant submittedAt,
        @Nullable Instant judgedAt) {

    /** One that has just been taken. */
    static Submission queued(
            UUID id, JudgeableProblem problem, CurrentUser user, @Nullable String language, Instant now) {
        return new Submission(
                id,
                problem.id(),
                problem.slug(),
                problem.version(),
                user.id(),
                user.username(),
                language,
                Status.QUEUED,
                null,
                null,
                1,
                null,
                null,
                null,
                0,
                problem.tests().tests(),
                null,
                null,
                null,
                now,
                null);
    }
}

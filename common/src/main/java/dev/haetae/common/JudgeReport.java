package dev.haetae.common;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Worker to API, durable, at least once: the end of one judging.
 *
 * @param submissionId whose
 * @param attempt which try; a report of an older one than the record's changes nothing
 * @param worker who judged
 * @param sandbox what the runner enforced its limits with, and what it did not prove
 * @param result the outcome
 * @param times how long it took; null when no worker has judged
 */
public record JudgeReport(
        UUID submissionId,
        int attempt,
        String worker,
        String sandbox,
        JudgeResult result,
        @Nullable StageTimes times) {

    public JudgeReport {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(result, "result");
    }

    /** A report of no judging, or of one whose times nobody knows. */
    public JudgeReport(UUID submissionId, int attempt, String worker, String sandbox, JudgeResult result) {
        this(submissionId, attempt, worker, sandbox, result, null);
    }
}

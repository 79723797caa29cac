package dev.haetae.common;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Worker to API, durable, at least once: the end of one judging.
 *
 * @param submissionId whose
 * @param attempt which try; a report of an older one than the record's changes nothing
 * @param worker who judged
 * @param sandbox what the runner enforced its limits with, and what it did not prove
 * @param result the outcome
 */
public record JudgeReport(UUID submissionId, int attempt, String worker, String sandbox, JudgeResult result) {
    public JudgeReport {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(result, "result");
    }
}

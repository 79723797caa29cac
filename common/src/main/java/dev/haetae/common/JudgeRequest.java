package dev.haetae.common;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * API to worker: everything that one judging needs, but for the test data, which are fetched by hash.
 *
 * @param submissionId whose judging it is
 * @param attempt the fencing token: 1 for the first try, one more for each reissue; a report of an older one counts for nothing
 * @param task what to do
 */
public record JudgeRequest(UUID submissionId, int attempt, JudgeTask task) {
    public JudgeRequest {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(task, "task");
    }
}

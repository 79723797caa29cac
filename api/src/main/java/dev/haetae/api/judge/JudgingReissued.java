package dev.haetae.api.judge;

import java.util.UUID;

/**
 * A judging is begun anew because its worker is lost. Published inside the transaction that does it.
 *
 * @param submissionId whose
 * @param attempt the new attempt
 */
public record JudgingReissued(UUID submissionId, int attempt) {}

package dev.haetae.api.problem;

import java.util.UUID;

/**
 * One verdict, for a problem's counters.
 *
 * @param accepted whether it solves the problem
 */
public record JudgedCount(UUID problemId, UUID userId, boolean accepted) {}

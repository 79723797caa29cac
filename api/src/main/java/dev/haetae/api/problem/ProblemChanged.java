package dev.haetae.api.problem;

import java.util.UUID;

/**
 * A problem has a new version, or the time limit of its version has become known: who waits for it may look. Published inside the
 * transaction that changes it, on the same thread.
 */
public record ProblemChanged(UUID problem) {}

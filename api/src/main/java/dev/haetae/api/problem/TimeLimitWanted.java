package dev.haetae.api.problem;

import dev.haetae.api.problem.JurySolutions.Verifiable;
import dev.haetae.common.verification.TimeMargins;
import java.util.UUID;

/**
 * A version states no time limit, and it has not been measured yet. Published inside the transaction that writes the version, on the same
 * thread; its end is told to {@link DerivedLimits}.
 *
 * @param id of the derivation
 * @param verifiable the version, with a generous limit
 * @param author who wrote it
 */
public record TimeLimitWanted(UUID id, Verifiable verifiable, TimeMargins margins, UUID author) {}

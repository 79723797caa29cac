package dev.haetae.api.problem;

import dev.haetae.common.TestSetRef;
import java.util.UUID;

/**
 * A version has input validators that have not been run on its tests yet. Published inside the transaction that writes the version, on the
 * same thread; its end is told to {@link InputChecks}.
 *
 * @param id of the check
 */
public record InputCheckWanted(UUID id, TestSetRef tests) {}

package dev.haetae.worker.judge;

import dev.haetae.common.language.Language;

/**
 * A language that passed its self-test on this worker.
 *
 * @param version first line of what its compiler or interpreter says of itself
 */
public record OfferedLanguage(Language language, String version) {}

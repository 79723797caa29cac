package dev.haetae.common.packages;

import org.jspecify.annotations.Nullable;

/** Where a problem comes from and who may use it, in the package's own words; null where it is silent. */
public record Origin(
        @Nullable String uuid,
        @Nullable String author,
        @Nullable String source,
        @Nullable String sourceUrl,
        @Nullable String license,
        @Nullable String rightsOwner) {}

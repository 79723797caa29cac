package dev.haetae.api.problem.statement;

import org.jspecify.annotations.Nullable;

/** A sample as it is shown; either input and output, or an interaction. */
public record Sample(
        String name,
        @Nullable String input,
        @Nullable String output,
        @Nullable String interaction) {}

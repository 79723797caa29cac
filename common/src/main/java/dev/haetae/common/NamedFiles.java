package dev.haetae.common;

import org.jspecify.annotations.Nullable;

/**
 * Files of its work directory that a program reads and writes in place of the standard streams.
 *
 * @param input where the test's input lies; null for standard input
 * @param output where it leaves what is judged; null for standard output
 */
public record NamedFiles(@Nullable String input, @Nullable String output) {}

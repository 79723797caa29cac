package dev.haetae.common;

/**
 * An output of which it is known whether it is right: output validators are checked with it, and nobody is judged on it.
 *
 * @param test its name, {@code valid_output/1}, its input and answer, and how it is judged
 * @param output what a program might have written
 * @param valid whether it has to be accepted, else it has to be rejected
 */
public record OutputCheck(TestCase test, BlobRef output, boolean valid) {}

package dev.haetae.common.language;

/**
 * A program that a worker has to judge rightly before it offers a language.
 *
 * @param file name of its only source
 * @param source its text
 * @param input what it reads
 * @param output what it writes, but for white space at the end
 */
public record SelfTest(String file, String source, String input, String output) {}

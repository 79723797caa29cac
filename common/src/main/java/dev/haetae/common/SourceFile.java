package dev.haetae.common;

/**
 * One file of a submission.
 *
 * @param name its file name, without a path
 * @param content its bytes exactly as submitted, NUL included; owned by the record, not to be changed
 */
public record SourceFile(String name, byte[] content) {}

package dev.haetae.common;

/**
 * A legacy package's own grader.
 *
 * @param limits of each run, and of compiling
 */
public record GraderSpec(ProgramSpec program, ValidationLimits limits) {}

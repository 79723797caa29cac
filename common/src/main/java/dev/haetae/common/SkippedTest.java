package dev.haetae.common;

/**
 * A test that was not run.
 *
 * @param index place in the set, from 1
 * @param name the test's name
 * @param group the test's group
 */
public record SkippedTest(int index, String name, String group, Skip why) {}

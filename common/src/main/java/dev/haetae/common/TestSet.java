package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of tests: its JSON is itself a blob, whose hash is the set's identity.
 *
 * @param tests in judging order: samples, then secret, each byte-lexicographic by path
 * @param inputs what their inputs are checked with, or null
 * @param grader what groups with {@link GraderGroup.Grader.Custom} are graded by, or null
 */
public record TestSet(
        List<TestCase> tests,
        @Nullable InputValidation inputs,
        @Nullable GraderSpec grader) {

    public TestSet {
        tests = List.copyOf(tests);
    }

    /** A set without programs of its own. */
    public TestSet(List<TestCase> tests) {
        this(tests, null, null);
    }

    /** Whether answers are handed in, in place of a program that finds them. */
    public boolean takesAnswers() {
        return mostPasses() == 0;
    }

    /** How often a test of it may run the program, at most. */
    public int mostPasses() {
        return tests.stream().mapToInt(test -> test.howToRun().passes()).max().orElse(1);
    }
}

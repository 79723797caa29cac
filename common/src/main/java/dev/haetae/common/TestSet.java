package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of tests: its JSON is itself a blob, whose hash is the set's identity.
 *
 * @param tests in judging order: samples, then secret, each byte-lexicographic by path
 * @param inputs what their inputs are checked with, or null
 * @param grader what groups with {@link GraderGroup.Grader.Custom} are graded by, or null
 * @param outputs what its output validators are checked with, or null
 * @param model what stands for the submission then, or null where none of them looks at it, or there is none
 */
public record TestSet(
        List<TestCase> tests,
        @Nullable InputValidation inputs,
        @Nullable GraderSpec grader,
        @Nullable List<OutputCheck> outputs,
        @Nullable ModelSolution model) {

    public TestSet {
        tests = List.copyOf(tests);
        outputs = outputs == null || outputs.isEmpty() ? null : List.copyOf(outputs);
    }

    /** A set without programs of its own. */
    public TestSet(List<TestCase> tests) {
        this(tests, null, null, null, null);
    }

    /** Whether there is something that can be checked before anybody is judged on it. */
    public boolean canBeChecked() {
        return inputs != null || outputs != null;
    }

    /** What is there for its output validators still when it has these tests; none for no set. */
    public List<OutputCheck> outputsBeside(List<TestCase> others) {
        return outputs == null
                ? List.of()
                : outputs.stream()
                        .filter(output -> !tests.contains(output.test()) || others.contains(output.test()))
                        .toList();
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

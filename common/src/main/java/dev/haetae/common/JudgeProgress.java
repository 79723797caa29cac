package dev.haetae.common;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/**
 * Worker to every API node, at most once: a judging's step, for live events and to begin its lease. May be lost.
 *
 * @param submissionId whose
 * @param attempt which try
 * @param worker who judges
 * @param step what happened
 */
public record JudgeProgress(UUID submissionId, int attempt, String worker, Step step) {
    public JudgeProgress {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(step, "step");
    }

    /** One step of a judging. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Compiling.class, name = "compiling"),
        @JsonSubTypes.Type(value = Running.class, name = "running"),
        @JsonSubTypes.Type(value = TestFinished.class, name = "test"),
        @JsonSubTypes.Type(value = TestSkipped.class, name = "test-skipped")
    })
    public sealed interface Step {}

    /** The worker has begun: always the first step. */
    public record Compiling() implements Step {}

    /**
     * The submission compiled, its tests begin.
     *
     * @param testsTotal tests in the set
     */
    public record Running(int testsTotal) implements Step {}

    /**
     * A test has its verdict.
     *
     * @param test its result, as the report will hold it
     * @param testsTotal tests in the set
     */
    public record TestFinished(TestResult test, int testsTotal) implements Step {}

    /**
     * A test of a scoring problem was left out.
     *
     * @param test which, and why
     * @param testsTotal tests in the set
     */
    public record TestSkipped(SkippedTest test, int testsTotal) implements Step {}
}

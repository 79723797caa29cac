package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker is asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JudgeTask.JudgeSubmission.class, name = "submission"),
    @JsonSubTypes.Type(value = JudgeTask.JudgeAnswers.class, name = "answers"),
    @JsonSubTypes.Type(value = JudgeTask.RunOnce.class, name = "run"),
    @JsonSubTypes.Type(value = JudgeTask.CheckPackage.class, name = "check-package")
})
public sealed interface JudgeTask {

    /**
     * Compile a submission and judge it on a test set.
     *
     * @param language an id of {@code languages.yaml}
     * @param entryPoint what to start, as the submitter named it, or null to find it by the language's rules
     * @param files the sources, 1 to 16, and what the problem includes
     * @param limits of this problem in this language
     * @param tests the test set
     * @param scoring how the tests' verdicts are combined
     * @param stopMillis CPU time at which a test is stopped instead of at its limit, of which its verdict is taken nevertheless: so it is
     *     seen how slow the slow ones are; null for the limit
     */
    record JudgeSubmission(
            String language,
            @Nullable String entryPoint,
            List<SourceFile> files,
            Limits limits,
            TestSetRef tests,
            Scoring scoring,
            @Nullable Long stopMillis)
            implements JudgeTask {

        public JudgeSubmission {
            files = List.copyOf(files);
        }

        /** One whose tests are stopped at their limit. */
        public JudgeSubmission(
                String language,
                @Nullable String entryPoint,
                List<SourceFile> files,
                Limits limits,
                TestSetRef tests,
                Scoring scoring) {
            this(language, entryPoint, files, limits, tests, scoring, null);
        }
    }

    /**
     * Judge what was handed in for the tests of a set, which runs no program.
     *
     * @param answers by the names of their tests; a test without one is not passed
     * @param tests the test set
     * @param scoring how the tests' verdicts are combined
     */
    record JudgeAnswers(List<SourceFile> answers, TestSetRef tests, Scoring scoring) implements JudgeTask {

        public JudgeAnswers {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Compile a program and run it once on an input, comparing nothing; or on a test as that test would run it, with its interactor if it
     * has one.
     *
     * @param language an id of {@code languages.yaml}
     * @param entryPoint as for a submission
     * @param files the sources, 1 to 16
     * @param limits of this run
     * @param stdin its input, at most 1 MiB, where there is no test
     * @param test what it is run on, or null
     * @param named files in place of the standard streams, where it runs on an input; null where it uses both
     */
    record RunOnce(
            String language,
            @Nullable String entryPoint,
            List<SourceFile> files,
            Limits limits,
            byte[] stdin,
            @Nullable NamedTest test,
            @Nullable NamedFiles named)
            implements JudgeTask {

        public RunOnce {
            files = List.copyOf(files);
        }

        /** A run by the standard streams. */
        public RunOnce(
                String language,
                @Nullable String entryPoint,
                List<SourceFile> files,
                Limits limits,
                byte[] stdin,
                @Nullable NamedTest test) {
            this(language, entryPoint, files, limits, stdin, test, null);
        }

        /** A run on an input. */
        public RunOnce(
                String language, @Nullable String entryPoint, List<SourceFile> files, Limits limits, byte[] stdin) {
            this(language, entryPoint, files, limits, stdin, null, null);
        }

        /** A test of a set. */
        public record NamedTest(TestSetRef set, String name) {}
    }

    /**
     * Run a test set's own {@link TestSet#inputs() input validators} on all of its inputs.
     *
     * @param tests the test set
     */
    record CheckPackage(TestSetRef tests) implements JudgeTask {}
}

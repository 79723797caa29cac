package dev.haetae.api.submission;

import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionView.PassView;
import dev.haetae.api.submission.SubmissionView.TestView;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows tests to those who may see them: of a hidden one a student learns how it ended, and nothing of its data. */
@Component
class TestViews {

    private static final int HEAD_BYTES = 2_048;

    private final Problems problems;

    TestViews(Problems problems) {
        this.problems = problems;
    }

    TestView view(ToldTest test, Disclosure disclosure) {
        return switch (test) {
            case ToldTest.LeftOut(var skipped) -> skipped(skipped);
            case ToldTest.Finished(var result)
            when disclosure.showsFiles(test) -> whole(result, disclosure.tests(), disclosure.viewer());
            case ToldTest.Finished(var result) -> hidden(result, disclosure.tests());
        };
    }

    private TestView whole(TestResult test, TestSet testSet, Viewer viewer) {
        TestCase files = testSet.tests().get(test.index() - 1);
        boolean forValidator = files.checker() instanceof CheckerSpec.Interactor
                || files.howToRun().repeats();
        boolean hidesFiles = forValidator && !viewer.seesHiddenTests();
        return new TestView(
                test.index(),
                test.name(),
                test.group(),
                test.verdict(),
                test.score(),
                test.maxScore(),
                null,
                test.reason(),
                test.exitCode(),
                test.signal(),
                test.timeMillis(),
                test.wallMillis(),
                test.memoryBytes(),
                test.feedback(),
                hint(test, files),
                viewer.seesHiddenTests() ? test.judgeFeedback() : null,
                passes(test),
                hidesFiles ? null : head(files.input()),
                hidesFiles ? null : head(files.answer()),
                test.output(),
                test.stderr());
    }

    private static List<PassView> passes(TestResult test) {
        List<TestResult.Pass> passes = test.passes();
        if (passes == null) {
            return List.of(new PassView(1, test.timeMillis(), test.memoryBytes(), test.exitCode()));
        }
        return passes.stream()
                .map(pass -> new PassView(pass.index(), pass.timeMillis(), pass.memoryBytes(), pass.exitCode()))
                .toList();
    }

    private static @Nullable String hint(TestResult test, TestCase of) {
        return test.verdict() == Verdict.ACCEPTED ? null : of.hint();
    }

    private static TestView hidden(TestResult test, TestSet testSet) {
        return new TestView(
                test.index(),
                test.name(),
                test.group(),
                test.verdict(),
                test.score(),
                test.maxScore(),
                null,
                test.reason(),
                null,
                null,
                null,
                null,
                null,
                test.feedback(),
                hint(test, testSet.tests().get(test.index() - 1)),
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static TestView skipped(SkippedTest test) {
        return new TestView(
                test.index(),
                test.name(),
                test.group(),
                null,
                null,
                null,
                test.why().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private Head head(BlobRef blob) {
        return problems.head(blob, HEAD_BYTES);
    }
}

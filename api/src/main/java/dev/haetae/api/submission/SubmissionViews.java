package dev.haetae.api.submission;

import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionSummary.GroupView;
import dev.haetae.api.submission.SubmissionSummary.JudgementView;
import dev.haetae.api.submission.SubmissionView.PassView;
import dev.haetae.api.submission.SubmissionView.TestView;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows submissions to those who may see them, and of each only what they may see. */
@Component
class SubmissionViews {

    private static final int HEAD_BYTES = 2_048;
    private static final long MEMORY_STEP_BYTES = 64 << 10;

    private final Problems problems;
    private final LiveSteps liveSteps;

    SubmissionViews(Problems problems, LiveSteps liveSteps) {
        this.problems = problems;
        this.liveSteps = liveSteps;
    }

    /** How far a submission is, from its row or from the live steps. */
    private record Progress(Status status, List<TestResult> tests) {}

    /** One that has just been taken: nobody has begun, so no step of it needs to be looked for. */
    SubmissionView taken(Submission submission) {
        return view(submission, new Progress(submission.status(), List.of()), Viewer.OWNER);
    }

    SubmissionView view(Submission submission, Viewer viewer) {
        return view(submission, progress(submission), viewer);
    }

    private SubmissionView view(Submission submission, Progress progress, Viewer viewer) {
        TestSet testSet = problems.testSet(submission.problemId(), submission.problemVersion());
        List<TestView> tests = progress.tests().stream()
                .map(test -> test(test, testSet, viewer))
                .toList();
        return new SubmissionView(summary(submission, progress, testSet, viewer), submission.compilerOutput(), tests);
    }

    SubmissionSummary summary(Submission submission, Viewer viewer) {
        TestSet testSet = problems.testSet(submission.problemId(), submission.problemVersion());
        return summary(submission, progress(submission), testSet, viewer);
    }

    TestView test(Submission submission, TestResult test, Viewer viewer) {
        return test(test, problems.testSet(submission.problemId(), submission.problemVersion()), viewer);
    }

    private Progress progress(Submission submission) {
        if (submission.status() == Status.DONE) {
            return new Progress(Status.DONE, testsOf(submission));
        }
        SortedMap<EventId, Step> steps = liveSteps.sofar(submission.id()).tailMap(EventId.queued(submission.attempt()));
        List<TestResult> tests = new ArrayList<>();
        Status status = submission.status();
        for (Step step : steps.values()) {
            status = switch (step) {
                case Compiling() -> Status.COMPILING;
                case Running(int _testsTotal) -> Status.RUNNING;
                case TestFinished finished -> {
                    tests.add(finished.test());
                    yield Status.RUNNING;
                }
            };
        }
        return new Progress(status, tests);
    }

    static List<TestResult> testsOf(Submission submission) {
        StoredResult result = submission.result();
        return result == null ? List.of() : result.tests();
    }

    private static SubmissionSummary summary(Submission row, Progress progress, TestSet testSet, Viewer viewer) {
        return new SubmissionSummary(
                row.id(),
                row.problem(),
                row.username(),
                row.language(),
                progress.status(),
                row.verdict(),
                row.score(),
                null,
                row.timeMillis(),
                row.wallMillis(),
                shownMemory(row.memoryBytes(), viewer),
                progress.tests().size(),
                row.testsTotal(),
                row.attempt(),
                groups(progress.tests(), testSet),
                row.submittedAt(),
                row.judgedAt(),
                judgement(row),
                viewer.seesDetail() ? row.detail() : null);
    }

    /** Exact figures would tell something of the data, bit by bit. */
    private static @Nullable Long shownMemory(@Nullable Long bytes, Viewer viewer) {
        if (bytes == null || viewer.seesHiddenTests()) {
            return bytes;
        }
        return (bytes + MEMORY_STEP_BYTES - 1) / MEMORY_STEP_BYTES * MEMORY_STEP_BYTES;
    }

    private static @Nullable JudgementView judgement(Submission row) {
        StoredResult result = row.result();
        return result == null
                ? null
                : new JudgementView(result.worker(), row.problemVersion(), result.compiler(), result.sandbox());
    }

    private static List<GroupView> groups(List<TestResult> finished, TestSet testSet) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        testSet.tests().forEach(test -> totals.merge(test.group(), 1, Integer::sum));
        List<GroupView> groups = new ArrayList<>();
        totals.forEach((name, total) -> {
            List<TestResult> tests =
                    finished.stream().filter(test -> test.group().equals(name)).toList();
            groups.add(new GroupView(
                    name, parent(name), groupVerdict(tests, total), null, null, tests.size(), total, null));
        });
        return groups;
    }

    private static @Nullable String parent(String group) {
        int slash = group.lastIndexOf('/');
        return slash < 0 ? null : group.substring(0, slash);
    }

    private static @Nullable Verdict groupVerdict(List<TestResult> tests, int total) {
        Verdict firstRejection = tests.stream()
                .map(TestResult::verdict)
                .filter(verdict -> verdict != Verdict.ACCEPTED)
                .findFirst()
                .orElse(null);
        if (firstRejection != null) {
            return firstRejection;
        }
        return tests.size() == total ? Verdict.ACCEPTED : null;
    }

    private TestView test(TestResult test, TestSet testSet, Viewer viewer) {
        if (!test.group().equals("sample") && !viewer.seesHiddenTests()) {
            return hidden(test);
        }
        TestCase files = testSet.tests().get(test.index() - 1);
        boolean hidesFiles = files.checker() instanceof CheckerSpec.Interactor && !viewer.seesHiddenTests();
        return new TestView(
                test.index(),
                test.name(),
                test.group(),
                test.verdict(),
                null,
                null,
                null,
                test.reason(),
                test.exitCode(),
                test.signal(),
                test.timeMillis(),
                test.wallMillis(),
                test.memoryBytes(),
                test.feedback(),
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

    private static TestView hidden(TestResult test) {
        return new TestView(
                test.index(),
                test.name(),
                test.group(),
                test.verdict(),
                null,
                null,
                null,
                test.reason(),
                null,
                null,
                null,
                null,
                null,
                test.feedback(),
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private @Nullable Head head(BlobRef blob) {
        return problems.head(blob, HEAD_BYTES);
    }
}

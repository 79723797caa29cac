package dev.haetae.api.submission;

import dev.haetae.api.problem.JudgedVersion;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionSummary.JudgementView;
import dev.haetae.api.submission.SubmissionView.TestView;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Step;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows submissions to those who may see them, and of each only what they may see. */
@Component
class SubmissionViews {

    private static final long MEMORY_STEP_BYTES = 64 << 10;

    private final Problems problems;
    private final TestViews testViews;
    private final LiveSteps liveSteps;

    SubmissionViews(Problems problems, TestViews testViews, LiveSteps liveSteps) {
        this.problems = problems;
        this.testViews = testViews;
        this.liveSteps = liveSteps;
    }

    /** How far a submission is, from its row or from the live steps. */
    private record Progress(Status status, List<ToldTest> tests) {

        int testsDone(Disclosure disclosure) {
            return (int) tests.stream()
                    .filter(ToldTest.Finished.class::isInstance)
                    .filter(disclosure::counts)
                    .count();
        }
    }

    /** One that has just been taken: nobody has begun, so no step of it needs to be looked for. */
    SubmissionView taken(Submission submission) {
        return view(submission, new Progress(submission.status(), List.of()), Viewer.OWNER);
    }

    SubmissionView view(Submission submission, Viewer viewer) {
        return view(submission, progress(submission), viewer);
    }

    private SubmissionView view(Submission submission, Progress progress, Viewer viewer) {
        Disclosure disclosure = disclosure(submission, progress.tests(), viewer);
        List<TestView> tests = progress.tests().stream()
                .filter(disclosure::shows)
                .map(test -> testViews.view(test, disclosure))
                .toList();
        return new SubmissionView(
                summary(submission, progress, disclosure, viewer), submission.compilerOutput(), tests);
    }

    SubmissionSummary summary(Submission submission, Viewer viewer) {
        Progress progress = progress(submission);
        return summary(submission, progress, disclosure(submission, progress.tests(), viewer), viewer);
    }

    TestView test(ToldTest test, Disclosure disclosure) {
        return testViews.view(test, disclosure);
    }

    /** What a reader learns of the tests, of which these are known. */
    Disclosure disclosure(Submission submission, Collection<ToldTest> tests, Viewer viewer) {
        return Disclosure.of(viewer, version(submission), tests);
    }

    private JudgedVersion version(Submission submission) {
        return problems.judged(submission.problemId(), submission.problemVersion());
    }

    private Progress progress(Submission submission) {
        if (submission.status() == Status.DONE) {
            return new Progress(Status.DONE, ToldTest.of(submission));
        }
        SortedMap<EventId, Step> steps = liveSteps.sofar(submission.id()).tailMap(EventId.queued(submission.attempt()));
        Status status = submission.status();
        for (Step step : steps.values()) {
            status = step instanceof Compiling ? Status.COMPILING : Status.RUNNING;
        }
        return new Progress(status, ToldTest.of(steps.values()));
    }

    private SubmissionSummary summary(Submission row, Progress progress, Disclosure disclosure, Viewer viewer) {
        JudgedVersion version = version(row);
        boolean showsEnd = disclosure.showsEnd(row.verdict());
        return new SubmissionSummary(
                row.id(),
                row.problem(),
                row.username(),
                row.language(),
                progress.status(),
                showsEnd ? row.verdict() : null,
                showsEnd ? row.score() : null,
                version.scoring().maxScore(),
                showsEnd ? row.timeMillis() : null,
                showsEnd ? row.wallMillis() : null,
                showsEnd ? shownMemory(row.memoryBytes(), viewer) : null,
                progress.testsDone(disclosure),
                disclosure.testsTotal(row.testsTotal()),
                row.attempt(),
                disclosure.showsGroups() ? GroupViews.of(row, progress.tests(), version) : List.of(),
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
}

package dev.haetae.api.submission;

import dev.haetae.api.submission.SubmissionStore.End;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.JudgeResult.Ran;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads a submission's end out of a worker's report. */
final class Ends {

    private Ends() {}

    static End of(JudgeReport report) {
        return switch (report.result()) {
            case CompileFailed failed -> compileError(report, failed);
            case Judged judged -> judged(report, judged);
            case Ran _ ->
                judgeError(report, new JudgeFailed(FaultyPart.WORKER, "it ran the program instead of judging it"));
            case PackageChecked _ ->
                judgeError(report, new JudgeFailed(FaultyPart.WORKER, "it checked inputs instead of judging it"));
            case JudgeFailed failed -> judgeError(report, failed);
        };
    }

    private static End compileError(JudgeReport report, CompileFailed failed) {
        return new End(
                report.submissionId(),
                report.attempt(),
                Verdict.COMPILE_ERROR,
                null,
                null,
                null,
                null,
                0,
                0,
                failed.compilerOutput(),
                StoredResult.without(report, failed.compiler()),
                null);
    }

    private static End judged(JudgeReport report, Judged judged) {
        List<TestResult> tests = judged.tests();
        return new End(
                report.submissionId(),
                report.attempt(),
                judged.verdict(),
                judged.score(),
                max(tests, TestResult::timeMillis),
                max(tests, TestResult::wallMillis),
                max(tests, TestResult::memoryBytes),
                tests.size(),
                judged.testsTotal(),
                judged.compilerOutput(),
                new StoredResult(
                        tests, judged.skipped(), judged.groups(), report.worker(), judged.compiler(), report.sandbox()),
                null);
    }

    private static End judgeError(JudgeReport report, JudgeFailed failed) {
        return new End(
                report.submissionId(),
                report.attempt(),
                Verdict.JUDGE_ERROR,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                StoredResult.without(report, null),
                failed.faulty() + ": " + failed.cause());
    }

    private static @Nullable Long max(List<TestResult> tests, ToLongFunction<TestResult> figure) {
        return tests.isEmpty() ? null : tests.stream().mapToLong(figure).max().getAsLong();
    }
}

package dev.haetae.worker.judge;

import dev.haetae.common.JudgeProgress;
import dev.haetae.common.Skip;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.scoring.Mark;
import dev.haetae.common.scoring.Points;
import dev.haetae.common.scoring.TestRuns;
import dev.haetae.common.scoring.Worth;
import dev.haetae.worker.judge.Timeline.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the tests that a problem's scoring asks for, and tells of each as soon as it has ended. */
final class JudgedTests implements TestRuns {

    private final TestJudge judge;
    private final Bench bench;
    private final List<TestResult> results = new ArrayList<>();
    private final List<SkippedTest> skipped = new ArrayList<>();

    JudgedTests(TestJudge judge, Bench bench) {
        this.judge = judge;
        this.bench = bench;
    }

    @Override
    public Mark run(int place, Worth worth) {
        bench.leash().check();
        TestCase test = tests().get(place);
        bench.timeline().enter(Stage.TEST, test.name());
        TestJudge.Outcome outcome = judge.on(test, place + 1);
        Points points = worth.of(outcome.result().verdict(), outcome.claim());
        TestResult result = outcome.result().worth(points.shownScore(), points.shownMost());
        results.add(result);
        bench.progress().accept(new JudgeProgress.TestFinished(result, tests().size()));
        return new Mark(result.verdict(), points);
    }

    @Override
    public void skip(int place, Skip why) {
        TestCase test = tests().get(place);
        SkippedTest left = new SkippedTest(place + 1, test.name(), test.group(), why);
        skipped.add(left);
        bench.progress().accept(new JudgeProgress.TestSkipped(left, tests().size()));
    }

    private List<TestCase> tests() {
        return judge.tests().tests();
    }

    /** Those that were run, in order. */
    List<TestResult> results() {
        return results;
    }

    /** Those that were left out, in order; null for none. */
    @Nullable
    List<SkippedTest> skipped() {
        return skipped.isEmpty() ? null : skipped;
    }
}

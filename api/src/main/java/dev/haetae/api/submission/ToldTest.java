package dev.haetae.api.submission;

import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeProgress.TestSkipped;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A test of which a judging tells: it was run, or it was left out. */
sealed interface ToldTest {

    /** Place in the set, from 1. */
    int index();

    /** The test's group. */
    String group();

    /** It was run. */
    record Finished(TestResult result) implements ToldTest {

        @Override
        public int index() {
            return result.index();
        }

        @Override
        public String group() {
            return result.group();
        }
    }

    /** It was not. */
    record LeftOut(SkippedTest test) implements ToldTest {

        @Override
        public int index() {
            return test.index();
        }

        @Override
        public String group() {
            return test.group();
        }
    }

    /** Whether it was run and not accepted. */
    default boolean isRejected() {
        return switch (this) {
            case Finished(var result) -> result.verdict() != Verdict.ACCEPTED;
            case LeftOut _ -> false;
        };
    }

    /** Those that these steps tell of. */
    static List<ToldTest> of(Collection<Step> steps) {
        List<ToldTest> tests = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Compiling(), Running(int _) -> {}
                case TestFinished finished -> tests.add(new Finished(finished.test()));
                case TestSkipped skipped -> tests.add(new LeftOut(skipped.test()));
            }
        }
        return tests;
    }

    /** Those of a submission that has ended, in the set's order. */
    static List<ToldTest> of(Submission submission) {
        StoredResult result = submission.result();
        if (result == null) {
            return List.of();
        }
        List<ToldTest> tests = new ArrayList<>();
        result.tests().forEach(test -> tests.add(new Finished(test)));
        if (result.skipped() != null) {
            result.skipped().forEach(test -> tests.add(new LeftOut(test)));
        }
        tests.sort(Comparator.comparingInt(ToldTest::index));
        return tests;
    }
}

package dev.haetae.api.testing;

import dev.haetae.common.Head;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a worker says of {@link TestProblem}'s three tests. */
public final class Judgings {

    private Judgings() {}

    /** A judging, as far as verdicts are given. */
    public static Judged judged(Verdict... verdicts) {
        List<TestResult> tests = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            tests.add(test(tests.size() + 1, verdict));
        }
        return new Judged(tests.getLast().verdict(), tests, 3, "cc 1", "");
    }

    /** The outcome of one of them, counted from 1. */
    public static TestResult test(int index, Verdict verdict) {
        boolean sample = index == 1;
        return new TestResult(
                index,
                sample ? "sample/1" : "secret/" + (index - 1),
                sample ? "sample" : "secret",
                verdict,
                null,
                0,
                null,
                10 + index,
                20,
                1 << 20,
                verdict == Verdict.ACCEPTED ? null : "look again",
                verdict == Verdict.ACCEPTED ? null : "differs",
                Head.EMPTY,
                Head.EMPTY);
    }
}

package dev.haetae.common.verification;

import dev.haetae.common.GroupResult;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a jury's solution did on all tests.
 *
 * <p>It is judged with {@link #STRETCH} times its time limit, so that it shows how slow the slow ones are, and its verdict is then
 * taken as of the limit itself.
 *
 * @param verdict as a student's submission would have got it
 * @param slowestTest the name of the test that took it longest, or null when none was run
 * @param maxTimeMillis CPU time of that test; at the stretched limit it was stopped, and would have taken longer still
 * @param detail why there is no verdict of its own: what the compiler said first, or what failed on our side; else null
 * @param scored what its groups have come to, where they make a difference, else null
 */
public record Outcome(
        Verdict verdict,
        @Nullable String slowestTest,
        long maxTimeMillis,
        @Nullable String detail,
        @Nullable Scored scored) {

    /**
     * What the groups of a solution have come to.
     *
     * @param score null in a pass-fail problem
     * @param graded the verdict of a legacy package's graders, or null without any
     */
    public record Scored(
            @Nullable BigDecimal score,
            List<GroupResult> groups,
            @Nullable Verdict graded) {

        public Scored {
            groups = List.copyOf(groups);
        }
    }

    /** Of a solution whose groups make no difference. */
    public Outcome(Verdict verdict, @Nullable String slowestTest, long maxTimeMillis, @Nullable String detail) {
        this(verdict, slowestTest, maxTimeMillis, detail, null);
    }

    /** How much more time a solution gets than its limit. */
    public static final int STRETCH = 2;

    private static final int DETAIL_CHARACTERS = 2_000;

    /** Of a judging with the stretched limit. */
    public static Outcome of(JudgeResult result, long limitMillis) {
        return switch (result) {
            case JudgeResult.Judged judged when judged.groups() != null -> scored(judged, judged.groups());
            case JudgeResult.Judged judged -> of(judged.tests(), limitMillis);
            case JudgeResult.Ran _ ->
                new Outcome(
                        Verdict.JUDGE_ERROR, null, 0, FaultyPart.WORKER + ": it ran the program instead of judging it");
            case JudgeResult.PackageChecked _ ->
                new Outcome(
                        Verdict.JUDGE_ERROR, null, 0, FaultyPart.WORKER + ": it checked inputs instead of judging it");
            case JudgeResult.CompileFailed failed ->
                new Outcome(Verdict.COMPILE_ERROR, null, 0, head(failed.compilerOutput()));
            case JudgeResult.JudgeFailed failed ->
                new Outcome(Verdict.JUDGE_ERROR, null, 0, failed.faulty() + ": " + head(failed.cause()));
        };
    }

    /** Only a worker can say what is left out, and what graders make of it, as of the limit. */
    private static Outcome scored(JudgeResult.Judged judged, List<GroupResult> groups) {
        Optional<TestResult> slowest = slowest(judged.tests());
        return new Outcome(
                judged.verdict(),
                slowest.map(TestResult::name).orElse(null),
                slowest.map(TestResult::timeMillis).orElse(0L),
                null,
                new Scored(judged.score(), groups, judged.graded()));
    }

    private static Optional<TestResult> slowest(List<TestResult> tests) {
        return tests.stream().max(Comparator.comparingLong(TestResult::timeMillis));
    }

    /** Of a test as of the limit. Times are rounded down: whoever shows the limit itself has passed it. */
    static Verdict verdict(TestResult test, long limitMillis) {
        return test.timeMillis() >= limitMillis ? Verdict.TIME_LIMIT_EXCEEDED : test.verdict();
    }

    private static Outcome of(List<TestResult> tests, long limitMillis) {
        Verdict verdict = tests.stream()
                .map(test -> verdict(test, limitMillis))
                .filter(other -> other != Verdict.ACCEPTED)
                .findFirst()
                .orElse(Verdict.ACCEPTED);
        Optional<TestResult> slowest = slowest(tests);
        return new Outcome(
                verdict,
                slowest.map(TestResult::name).orElse(null),
                slowest.map(TestResult::timeMillis).orElse(0L),
                null);
    }

    private static String head(String text) {
        return text.length() <= DETAIL_CHARACTERS ? text : text.substring(0, DETAIL_CHARACTERS) + "…";
    }
}

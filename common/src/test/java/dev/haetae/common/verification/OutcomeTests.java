package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts as of the limit, though the solution had twice its time. */
class OutcomeTests {

    private static final long LIMIT = 1_000;
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Test
    void isAcceptedWithinTheLimit() {
        assertThat(outcome(test("a", Verdict.ACCEPTED, 10), test("b", Verdict.ACCEPTED, 999)))
                .isEqualTo(new Outcome(Verdict.ACCEPTED, "b", 999, null));
    }

    @Test
    void isTooSlowBeyondTheLimitThoughTheAnswerIsRight() {
        assertThat(outcome(test("a", Verdict.ACCEPTED, 1_000)))
                .isEqualTo(new Outcome(Verdict.TIME_LIMIT_EXCEEDED, "a", 1_000, null));
    }

    @Test
    void isTheFirstRejectedTests() {
        assertThat(outcome(
                                test("a", Verdict.ACCEPTED, 10),
                                test("b", Verdict.WRONG_ANSWER, 20),
                                test("c", Verdict.ACCEPTED, 1_500))
                        .verdict())
                .isEqualTo(Verdict.WRONG_ANSWER);
    }

    @Test
    void saysWhatTheCompilerSaid() {
        Outcome outcome = Outcome.of(new JudgeResult.CompileFailed("gcc", "x".repeat(3_000)), LIMIT);

        assertThat(outcome.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(outcome.detail()).hasSize(2_001).endsWith("…");
    }

    @Test
    void saysWhatFailedOnOurSide() {
        Outcome outcome = Outcome.of(new JudgeResult.JudgeFailed(FaultyPart.CHECKER, "it crashed"), LIMIT);

        assertThat(outcome).isEqualTo(new Outcome(Verdict.JUDGE_ERROR, null, 0, "CHECKER: it crashed"));
    }

    @Test
    void isOurFaultWhenAWorkerAnswersAnotherQuestion() {
        Outcome outcome = Outcome.of(new JudgeResult.Ran(test("a", Verdict.ACCEPTED, 1), "gcc", ""), LIMIT);

        assertThat(outcome.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
    }

    @Test
    void takesTheWorkersWordOnScores() {
        GroupResult secret = new GroupResult("secret", null, Verdict.WRONG_ANSWER, TEN, null, 1, 1, null);
        JudgeResult.Judged judged = new JudgeResult.Judged(
                Verdict.WRONG_ANSWER,
                TEN,
                List.of(secret),
                Verdict.ACCEPTED,
                List.of(test("a", Verdict.WRONG_ANSWER, 1_500)),
                null,
                1,
                "gcc",
                "");

        assertThat(Outcome.of(judged, LIMIT))
                .isEqualTo(new Outcome(
                        Verdict.WRONG_ANSWER,
                        "a",
                        1_500,
                        null,
                        new Outcome.Scored(TEN, List.of(secret), Verdict.ACCEPTED)));
    }

    private static Outcome outcome(TestResult... tests) {
        return Outcome.of(new JudgeResult.Judged(Verdict.ACCEPTED, List.of(tests), tests.length, "gcc", ""), LIMIT);
    }

    private static TestResult test(String name, Verdict verdict, long millis) {
        Head nothing = Head.of(new byte[0], 0);
        return new TestResult(
                1, name, "secret", verdict, null, 0, null, millis, millis, 1, null, null, nothing, nothing);
    }
}

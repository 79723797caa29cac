package dev.haetae.worker.judge;

import static dev.haetae.common.Verdict.ACCEPTED;
import static dev.haetae.common.Verdict.MEMORY_LIMIT_EXCEEDED;
import static dev.haetae.common.Verdict.OUTPUT_LIMIT_EXCEEDED;
import static dev.haetae.common.Verdict.RUNTIME_ERROR;
import static dev.haetae.common.Verdict.TIME_LIMIT_EXCEEDED;
import static dev.haetae.common.Verdict.WRONG_ANSWER;
import static dev.haetae.worker.judge.Judgement.of;
import static dev.haetae.worker.testing.Reports.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.testing.Reports;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTests {

    private static final Comparison SAME = new Comparison.Same();
    private static final Comparison DIFFERENT = new Comparison.Different("token 1 differs");

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("table")
    void decidesByTheFirstRuleThatApplies(Reports.Builder run, Comparison comparison, Judgement expected) {
        Judgement judgement = Verdicts.of(run.build(), () -> comparison);

        assertThat(judgement).isEqualTo(expected);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row(aRun(), SAME, of(ACCEPTED)),
                row(
                        aRun(),
                        DIFFERENT,
                        new Judgement(WRONG_ANSWER, null, new Feedback(null, "token 1 differs"), Claim.NOTHING)),
                row(aRun().killed(Killed.MEMORY), SAME, of(MEMORY_LIMIT_EXCEEDED)),
                row(aRun().killed(Killed.MEMORY).signalled(9), DIFFERENT, of(MEMORY_LIMIT_EXCEEDED)),
                row(aRun().killed(Killed.MEMORY).overOutput(), SAME, of(MEMORY_LIMIT_EXCEEDED)),
                row(aRun().killed(Killed.CPU).signalled(9), SAME, of(TIME_LIMIT_EXCEEDED, Reason.CPU)),
                row(aRun().killed(Killed.CPU), SAME, of(TIME_LIMIT_EXCEEDED, Reason.CPU)),
                row(aRun().killed(Killed.WALL).signalled(9), SAME, of(TIME_LIMIT_EXCEEDED, Reason.WALL)),
                row(aRun().killed(Killed.CPU).overOutput(), DIFFERENT, of(TIME_LIMIT_EXCEEDED, Reason.CPU)),
                row(aRun().signalled(11), SAME, of(RUNTIME_ERROR, Reason.SIGNAL)),
                row(aRun().signalled(31), SAME, of(RUNTIME_ERROR, Reason.FORBIDDEN)),
                row(aRun().exited(3), SAME, of(RUNTIME_ERROR, Reason.EXIT_CODE)),
                row(aRun().exited(3).overOutput(), DIFFERENT, of(RUNTIME_ERROR, Reason.EXIT_CODE)),
                row(aRun().overOutput(), SAME, of(OUTPUT_LIMIT_EXCEEDED, Reason.OUTPUT)),
                row(aRun().overOutput(), DIFFERENT, of(OUTPUT_LIMIT_EXCEEDED, Reason.OUTPUT)),
                row(aRun().leftovers().processLimitHits(7), SAME, of(ACCEPTED)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL", "PARTNER"})
    void drawsNoVerdictFromARunThatWasEndedFromOutside(Killed cause) {
        RunReport ended = aRun().killed(cause).signalled(9).build();

        assertThatExceptionOfType(SandboxException.class).isThrownBy(() -> Verdicts.of(ended, () -> SAME));
    }

    private static Arguments row(Reports.Builder run, Comparison comparison, Judgement expected) {
        return Arguments.of(run, comparison, expected);
    }
}

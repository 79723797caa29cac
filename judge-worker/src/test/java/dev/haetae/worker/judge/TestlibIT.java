package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.Protocol;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkers and interactors that are called as testlib's are, by the real runner. */
class TestlibIT {

    private static final long MIB = 1 << 20;
    private static final ValidationLimits LIMITS = new ValidationLimits(20_000, 512 * MIB, 8 * MIB);
    private static final String ANSWERS = "int x; scanf(\"%d\", &x); printf(\"%d\\n\", x + 1);";
    private static final String ACCEPTS = "read x < \"$1\"; echo \"$x\"; read y; echo \"$y\" > \"$2\"; exit 0";

    @TempDir
    private static Path directory;

    private static RealJudging real;

    @BeforeAll
    static void startASlot() {
        real = new RealJudging(directory, "testlib-it");
    }

    @AfterAll
    static void endTheSlot() {
        real.close();
    }

    @Test
    void givesACheckerInputOutputAndAnswerAndTellsTheJuryWhatItSays() throws Exception {
        TestResult test = judged(byChecker("cat \"$1\" \"$2\" \"$3\" >&2; echo \"$#\" >&2; cat >&2; exit 0"));

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.judgeFeedback()).isEqualTo("20\n21\nanswer\n3");
        assertThat(test.feedback()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ACCEPTED",
        "1, WRONG_ANSWER",
        "2, WRONG_ANSWER",
        "4, WRONG_ANSWER",
        "7, WRONG_ANSWER",
        "8, WRONG_ANSWER",
        "75, WRONG_ANSWER"
    })
    void readsTheExitCodes(int code, Verdict verdict) throws Exception {
        assertThat(judged(byChecker("exit " + code)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "echo no answer >&2; exit 3, failed on secret/1: no answer",
        "exit 42, 'ended with exit code 42, which testlib does not have, on secret/1'",
        "kill -SEGV $$, was ended by signal 11 on secret/1"
    })
    void blamesACheckerThatFails(String script, String fault) throws Exception {
        assertThat(judge(byChecker(script), ANSWERS)).isEqualTo(fault("check", fault));
    }

    @Test
    void tellsPartialPointsFromOtherEnds() throws Exception {
        ProgramSpec checker = new ProgramSpec(
                "files/check.cpp",
                "cpp",
                List.of(new FileRef("check.cpp", real.blob("int main() { return PC_BASE_EXIT_CODE + 3; }\n"))),
                Protocol.TESTLIB);

        assertThat(judged(new CheckerSpec.OutputValidators(List.of(checker), List.of(), LIMITS))
                        .verdict())
                .isEqualTo(Verdict.WRONG_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "echo points 12.5 good >&2; exit 7, ACCEPTED, 12.5",
        "echo 3 >&2; exit 7, ACCEPTED, 3",
        "exit 75, ACCEPTED, 5.00",
        "exit 250, ACCEPTED, 20",
        "exit 0, ACCEPTED, 20",
        "echo points 0 >&2; exit 7, WRONG_ANSWER, 0",
        "exit 50, WRONG_ANSWER, 0",
        "exit 1, WRONG_ANSWER, 0"
    })
    void givesPointsWhereThereAreSome(String script, Verdict verdict, BigDecimal score) throws Exception {
        assertScore(byChecker(script), verdict, score);
    }

    @ParameterizedTest
    @CsvSource({"75, ACCEPTED, 15", "100, ACCEPTED, 20", "0, WRONG_ANSWER, 0"})
    void givesHundredthsWhereTheProblemSaysThatTheyAre(String points, Verdict verdict, BigDecimal score)
            throws Exception {
        ProgramSpec checker = new ProgramSpec(
                "check",
                null,
                List.of(new FileRef("run", real.blob("echo points " + points + " >&2; exit 7"))),
                Protocol.TESTLIB_HUNDREDTHS);

        assertScore(new CheckerSpec.OutputValidators(List.of(checker), List.of(), LIMITS), verdict, score);
    }

    private void assertScore(CheckerSpec checker, Verdict verdict, BigDecimal score) throws Exception {
        ScoreGroup secret =
                new ScoreGroup("secret", BigDecimal.valueOf(20), ScoreGroup.Aggregation.SUM, List.of(), Map.of());

        JudgeResult result = judge(checker, ANSWERS, new Scoring.Groups(secret, List.of(), false));

        assertThat(result).isInstanceOfSatisfying(JudgeResult.Judged.class, judged -> {
            assertThat(judged.verdict()).isEqualTo(verdict);
            assertThat(judged.score()).isEqualByComparingTo(score);
        });
    }

    @Test
    void letsTheCheckerJudgeWhatAnInteractorWrote() throws Exception {
        CheckerSpec accepting = byInteractor(ACCEPTS, "read y < \"$2\"; echo \"got $y\" >&2; [ \"$y\" = 21 ]");

        TestResult right = judged(accepting);
        TestResult wrong = judged(accepting, "puts(\"7\");");

        assertThat(right.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(right.judgeFeedback()).isEqualTo("got 21");
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(wrong.judgeFeedback()).isEqualTo("got 7");
    }

    @Test
    void asksTheCheckerOnlyWhenBothEndedWell() throws Exception {
        assertThat(judged(byInteractor("echo no >&2; exit 1", "exit 3")).judgeFeedback())
                .isEqualTo("no");
        assertThat(judged(byInteractor(ACCEPTS, "exit 3"), "puts(\"1\"); fflush(stdout); getchar(); return 3;")
                        .verdict())
                .isEqualTo(Verdict.RUNTIME_ERROR);
    }

    @Test
    void blamesTheCheckerAndNotTheInteractor() throws Exception {
        assertThat(judge(byInteractor(ACCEPTS, "exit 3"), ANSWERS)).isEqualTo(fault("check", "failed on secret/1"));
        assertThat(judge(byInteractor("exit 3", "exit 0"), ANSWERS)).isEqualTo(fault("talk", "failed on secret/1"));
    }

    private static JudgeResult fault(String program, String what) {
        return new JudgeResult.JudgeFailed(FaultyPart.CHECKER, program + " " + what);
    }

    private CheckerSpec byChecker(String script) {
        return new CheckerSpec.OutputValidators(List.of(program("check", script)), List.of(), LIMITS);
    }

    private CheckerSpec byInteractor(String talk, String check) {
        return CheckerSpec.Interactor.of(List.of(program("talk", talk), program("check", check)), List.of(), LIMITS);
    }

    private ProgramSpec program(String name, String script) {
        return new ProgramSpec(name, null, List.of(new FileRef("run", real.blob(script))), Protocol.TESTLIB);
    }

    private TestResult judged(CheckerSpec checker) throws InterruptedException {
        return judged(checker, ANSWERS);
    }

    private TestResult judged(CheckerSpec checker, String body) throws InterruptedException {
        JudgeResult result = judge(checker, body);
        assertThat(result).isInstanceOf(JudgeResult.Judged.class);
        return ((JudgeResult.Judged) result).tests().getFirst();
    }

    private JudgeResult judge(CheckerSpec checker, String body) throws InterruptedException {
        return judge(checker, body, new Scoring.PassFail());
    }

    private JudgeResult judge(CheckerSpec checker, String body, Scoring scoring) throws InterruptedException {
        TestCase test = new TestCase("secret/1", "secret", real.blob("20\n"), real.blob("answer\n"), checker);
        return real.judge(RealJudging.submission("c", "main.c", RealJudging.main(body), scoring), test);
    }
}

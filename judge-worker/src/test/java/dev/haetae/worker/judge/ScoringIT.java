package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderSpec;
import dev.haetae.common.Invocation;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.Scoring.Objective;
import dev.haetae.common.Skip;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that get a score from the package's own validators and graders, run by the real runner. */
class ScoringIT {

    private static final ValidationLimits VALIDATION =
            new ValidationLimits(1_000, 64 * RealJudging.MIB, RealJudging.MIB);

    /** Does what the program's output says. */
    private static final String OBEYS = """
            read word number
            case $word in
                plain) exit 42;;
                wrong) exit 43;;
                score) echo "$number" > "$3score.txt"; exit 42;;
                part) echo "$number" > "$3score_multiplier.txt"; exit 42;;
                both) echo 1 > "$3score.txt"; echo 1 > "$3score_multiplier.txt"; exit 42;;
                pity) echo "$number" > "$3score.txt"; exit 43;;
            esac
            """;

    private static final String ECHO = "int c; while ((c = getchar()) != EOF) putchar(c);";

    @TempDir
    private static Path directory;

    private static RealJudging slot;

    @BeforeAll
    static void startASlot() {
        slot = new RealJudging(directory, "scoring-it");
    }

    @AfterAll
    static void endTheSlot() {
        slot.close();
    }

    @Test
    void givesWhatValidatorsWrite() throws Exception {
        JudgeResult.Judged judged =
                (JudgeResult.Judged) judge(sumOf100(), tests("secret", "plain", "part 0.5", "score 7", "wrong"), null);

        assertThat(judged.tests())
                .extracting(TestResult::verdict, TestResult::score, TestResult::maxScore)
                .containsExactly(
                        tuple(Verdict.ACCEPTED, new BigDecimal("25"), new BigDecimal("25")),
                        tuple(Verdict.ACCEPTED, new BigDecimal("12.5"), new BigDecimal("25")),
                        tuple(Verdict.ACCEPTED, new BigDecimal("7"), new BigDecimal("25")),
                        tuple(Verdict.WRONG_ANSWER, new BigDecimal("0"), new BigDecimal("25")));
        assertThat(judged.score()).isEqualByComparingTo("44.5");
        assertThat(judged.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "both | On secret/1 the validator gives it both score.txt and score_multiplier.txt",
                "pity 3 | On secret/1 the validator rejects it and gives it a score",
                "score 101 | On secret/1 the validator gives it the score 101, and its maximum is 100",
                "score many | On secret/1 the validator gives it a score.txt that is not one number",
            })
    void isNotTheContestantsFaultWhenAValidatorBreaksTheRules(String output, String cause) throws Exception {
        JudgeResult result = judge(sumOf100(), tests("secret", output), null);

        assertThat(result).isEqualTo(new JudgeResult.JudgeFailed(FaultyPart.PROBLEM, cause));
    }

    @Test
    void leavesOutWhatAGroupDoesNotWant() throws Exception {
        List<TestCase> tests = new ArrayList<>(tests("secret/a", "plain", "wrong", "plain"));
        tests.addAll(tests("secret/b", "plain"));
        Scoring scoring = new Scoring.Groups(
                group("secret", Aggregation.SUM, List.of()),
                List.of(
                        group("secret/a", Aggregation.PASS_FAIL, List.of()),
                        group("secret/b", Aggregation.PASS_FAIL, List.of("secret/a"))),
                false);

        JudgeResult.Judged judged = (JudgeResult.Judged) judge(scoring, tests, null);

        assertThat(judged.tests()).extracting(TestResult::index).containsExactly(1, 2);
        assertThat(judged.skipped())
                .containsExactly(
                        new SkippedTest(3, "secret/a/3", "secret/a", Skip.BREAK),
                        new SkippedTest(4, "secret/b/1", "secret/b", Skip.REQUIRE_PASS));
        assertThat(judged.score()).isEqualByComparingTo("0");
    }

    @Test
    void isGradedAsOfItsLimitThoughItMayGoOn() throws Exception {
        String slow = "while (clock() < 600000) {} " + ECHO;
        JudgeSubmission echo = RealJudging.submission("c", "main.c", RealJudging.main(slow));
        JudgeSubmission task = new JudgeSubmission(
                echo.language(), null, echo.files(), echo.limits(), echo.tests(), sumOf100(), 5_000L);

        JudgeResult.Judged judged = (JudgeResult.Judged) slot.judge(task, new TestSet(tests("secret", "plain")));

        TestResult test = judged.tests().getFirst();
        assertThat(test.verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
        assertThat(test.exitCode()).isZero();
        assertThat(test.timeMillis()).isBetween(600L, 4_999L);
        assertThat(judged.score()).isEqualByComparingTo("0");
    }

    @Test
    void asksALegacyPackagesGrader() throws Exception {
        String counts = "n=0; while read code score; do [ $code = AC ] && n=$((n + score)); done; echo \"AC $n.$1\"";

        JudgeResult.Judged judged =
                (JudgeResult.Judged) judge(gradedBy("5"), tests("secret", "score 3", "pity 8", "plain"), counts);

        assertThat(judged.score()).isEqualByComparingTo("4.5");
        assertThat(judged.graded()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 3 | graders/counts ended with exit code 3 instead of 0",
                "echo AC | graders/counts writes what is not a code and a score: AC",
                "echo OK 5 | graders/counts writes what is not a code and a score: OK 5",
                "echo AC 5; echo AC 6 | graders/counts writes what is not a code and a score: AC 5~AC 6",
                "kill -9 $$ | graders/counts was ended by signal 9",
            })
    void isNotTheContestantsFaultWhenAGraderFails(String script, String cause) throws Exception {
        JudgeResult result = judge(gradedBy(), tests("secret", "plain"), script);

        assertThat(result).isEqualTo(new JudgeResult.JudgeFailed(FaultyPart.CHECKER, cause.replace('~', '\n')));
    }

    @Test
    void givesAnswersThatWereHandedInWhatValidatorsWrite() throws Exception {
        List<SourceFile> answers = List.of(
                new SourceFile("secret/1", "part 0.5\n".getBytes(StandardCharsets.US_ASCII)),
                new SourceFile("secret/2", "plain\n".getBytes(StandardCharsets.US_ASCII)));
        TestSet set = new TestSet(tests("secret", "", "", "", ""));
        TestSetRef named = RealJudging.submission("c", "main.c", "").tests();

        JudgeResult.Judged judged = (JudgeResult.Judged) slot.judge(new JudgeAnswers(answers, named, sumOf100()), set);

        assertThat(judged.tests())
                .extracting(TestResult::score)
                .containsExactly(new BigDecimal("12.5"), new BigDecimal("25"), BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(judged.score()).isEqualByComparingTo("37.5");
    }

    @Test
    void givesWhatTheValidatorWritesInTheLastPass() throws Exception {
        String passes = """
                [ -e "$3seen" ] && echo 30 > "$3score.txt" && exit 42
                touch "$3seen"; echo again > "$3nextpass.in"; exit 42
                """;
        CheckerSpec checker = new CheckerSpec.OutputValidators(List.of(slot.script(passes)), List.of(), VALIDATION);
        Invocation twice = new Invocation(2, List.of(), List.of(), false);
        TestCase test = new TestCase("secret/1", "secret", slot.blob("x"), slot.blob(""), checker, twice);

        JudgeResult.Judged judged = (JudgeResult.Judged) judge(sumOf100(), List.of(test), null);

        assertThat(judged.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged.score()).isEqualByComparingTo("30");
    }

    private static JudgeResult judge(Scoring scoring, List<TestCase> tests, @Nullable String grader) throws Exception {
        JudgeSubmission echo = RealJudging.submission("c", "main.c", RealJudging.main(ECHO));
        JudgeSubmission task = new JudgeSubmission(
                echo.language(), echo.entryPoint(), echo.files(), echo.limits(), echo.tests(), scoring);
        GraderSpec spec = grader == null ? null : new GraderSpec(slot.script("graders/counts", grader), VALIDATION);
        return slot.judge(task, new TestSet(tests, null, spec, null, null));
    }

    private static List<TestCase> tests(String group, String... inputs) {
        CheckerSpec checker = new CheckerSpec.OutputValidators(List.of(slot.script(OBEYS)), List.of(), VALIDATION);
        List<TestCase> tests = new ArrayList<>();
        for (String input : inputs) {
            String name = group + "/" + (tests.size() + 1);
            tests.add(new TestCase(name, group, slot.blob(input + "\n"), slot.blob(""), checker));
        }
        return tests;
    }

    private static Scoring sumOf100() {
        return new Scoring.Groups(group("secret", Aggregation.SUM, List.of()), List.of(), false);
    }

    private static ScoreGroup group(String name, Aggregation aggregation, List<String> requirePass) {
        return new ScoreGroup(name, BigDecimal.valueOf(100), aggregation, requirePass, Map.of());
    }

    private static Scoring gradedBy(String... flags) {
        Grader custom = new Grader.Custom(List.of(flags));
        GraderGroup secret = new GraderGroup("secret", false, custom, BigDecimal.ONE, BigDecimal.ZERO, null, null);
        return new Scoring.Graders(List.of(secret), Objective.MAX, false);
    }
}

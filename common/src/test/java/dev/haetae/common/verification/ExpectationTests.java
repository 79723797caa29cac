package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What folders and comments expect. */
class ExpectationTests {

    @ParameterizedTest
    @CsvSource({
        "accepted,ACCEPTED,true",
        "accepted,WRONG_ANSWER,false",
        "wrong_answer,WRONG_ANSWER,true",
        "wrong_answer,RUNTIME_ERROR,false",
        "time_limit_exceeded,TIME_LIMIT_EXCEEDED,true",
        "run_time_error,RUNTIME_ERROR,true",
        "run_time_error,MEMORY_LIMIT_EXCEEDED,true",
        "run_time_error,TIME_LIMIT_EXCEEDED,false",
        "accepted,JUDGE_ERROR,false",
        "mixed,WRONG_ANSWER,true"
    })
    void takesTheFoldersWord(String folder, Verdict verdict, boolean met) {
        assertThat(Expectation.of(folder, sources("int main(void) { }")).isMetBy(verdict))
                .isEqualTo(met);
    }

    @Test
    void takesACommentsWordBeforeTheFolders() {
        Expectation expectation =
                Expectation.of("mixed", sources("// @EXPECTED_RESULTS@: WRONG-ANSWER, timelimit\nint x;"));

        assertThat(expectation.permitted()).containsExactly(Verdict.WRONG_ANSWER, Verdict.TIME_LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @EXPECTED_RESULTS@: correct, Accepted, AC                                       | ACCEPTED
                    @EXPECTED_RESULTS@: WRONG-ANSWER, WRONG_ANSWER, wrong answer, NO-OUTPUT, WA     | WRONG_ANSWER
                    @EXPECTED_RESULTS@: TIMELIMIT, TIME-LIMIT, TIMELIMIT-EXCEEDED                   | TIME_LIMIT_EXCEEDED
                    @EXPECTED_RESULTS@: TIME_LIMIT_EXCEEDED, TLE                                    | TIME_LIMIT_EXCEEDED
                    @EXPECTED_RESULTS@: RUN-ERROR                                                   | MEMORY_LIMIT_EXCEEDED RUNTIME_ERROR
                    @EXPECTED_RESULTS@: RUN_TIME_ERROR, RUNTIME_ERROR, runtime-error, RTE           | MEMORY_LIMIT_EXCEEDED RUNTIME_ERROR
                    @EXPECTED_RESULTS@: MEMORY-LIMIT, MEMORY_LIMIT_EXCEEDED, MLE                    | MEMORY_LIMIT_EXCEEDED
                    @EXPECTED_RESULTS@: OUTPUT-LIMIT, OUTPUT_LIMIT_EXCEEDED                         | OUTPUT_LIMIT_EXCEEDED
                    @expected_results@: COMPILER-ERROR, COMPILER_ERROR, COMPILE_ERROR, Compilation error | COMPILE_ERROR
                    """)
    void knowsWhatToolsCallTheResults(String comment, String permitted) {
        for (String each : comment.substring(comment.indexOf(':') + 1).split(",")) {
            String alone = comment.substring(0, comment.indexOf(':') + 1) + each;
            assertThat(Expectation.of("accepted", sources("/* " + alone + " */"))
                            .permitted())
                    .as(alone)
                    .extracting(Verdict::name)
                    .containsExactly(permitted.split(" "));
        }
    }

    @Test
    void readsNoFurtherThanTheCommentsLine() {
        Expectation expectation = Expectation.of("accepted", sources("# @EXPECTED_RESULTS@: CORRECT\n, TIMELIMIT"));

        assertThat(expectation.permitted()).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void goesBackToTheFolderForACommentThatItCannotRead() {
        Expectation expectation = Expectation.of("accepted", sources("# @EXPECTED_RESULTS@: CHECK-MANUALLY"));

        assertThat(expectation.permitted()).containsExactly(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "40,  ACCEPTED,     true",
        "0,   ACCEPTED,     true",
        "100, ACCEPTED,     false",
        "40,  WRONG_ANSWER, false",
        ",    ACCEPTED,     false"
    })
    void isPartiallyAcceptedWithLessThanTheBestScore(@Nullable BigDecimal score, Verdict graded, boolean met) {
        Expectation expectation = Expectation.of("partially_accepted", sources("int main;"));

        assertThat(expectation.isMetBy(outcome(score, graded), GRADERS)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"40, true", "0, false", "100, false"})
    void isPartiallyAcceptedWithSomeOfTheScoreWhereNothingIsGraded(BigDecimal score, boolean met) {
        Expectation expectation = Expectation.of("partially_accepted", sources("int main;"));
        ScoreGroup secret =
                new ScoreGroup("secret", new BigDecimal("100"), ScoreGroup.Aggregation.SUM, List.of(), Map.of());

        assertThat(expectation.isMetBy(outcome(score, null), new Scoring.Groups(secret, List.of(), false)))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"40, true", "40.0, true", "41, false", ", false"})
    void takesACommentsWordOnTheScoreBesideTheFoldersOnTheVerdict(@Nullable BigDecimal score, boolean met) {
        Expectation expectation = Expectation.of("wrong_answer", sources("/* @EXPECTED_SCORE@: 40 */"));

        assertThat(expectation.permitted()).containsExactly(Verdict.WRONG_ANSWER);
        assertThat(expectation.isMetBy(outcome(score, Verdict.ACCEPTED), GRADERS))
                .isEqualTo(met);
    }

    private static final Scoring GRADERS = new Scoring.Graders(
            List.of(new GraderGroup(
                    "",
                    false,
                    GraderGroup.Grader.Default.WITHOUT_FLAGS,
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    new BigDecimal("100"))),
            Scoring.Objective.MAX,
            false);

    private static Outcome outcome(@Nullable BigDecimal score, @Nullable Verdict graded) {
        return new Outcome(Verdict.WRONG_ANSWER, null, 0, null, new Outcome.Scored(score, List.of(), graded));
    }

    private static List<SourceFile> sources(String text) {
        return List.of(new SourceFile("a.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}

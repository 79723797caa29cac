package dev.haetae.common.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderGroup.ScoreMode;
import dev.haetae.common.GraderGroup.VerdictMode;
import dev.haetae.common.Scoring;
import dev.haetae.common.Scoring.Objective;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of "Test Data Groups" and "Graders" in the legacy format. */
class GradersEvaluationTests {

    private static final String[] NESTED = {"sample/1", "secret/a/1", "secret/a/2", "secret/b/x/1", "secret/b/y/1"};

    @Test
    void addsUpAcceptScoresOfAllTestsSamplesIncludedByDefault() {
        assertThat(Sitting.on(scored(), NESTED).score()).isEqualTo("5");
    }

    @Test
    void breaksAtTheFirstRejectionOnEveryLevelByDefaultAndGivesNothingForWhatIsRejected() {
        Sitting sitting = Sitting.on(scored(), NESTED).fails("secret/a/1");

        assertThat(sitting.steps())
                .isEqualTo("sample/1=1 secret/a/1=0 secret/a/2:BREAK secret/b/x/1:BREAK secret/b/y/1:BREAK");
        assertThat(Sitting.on(scored(), NESTED).fails("secret/a/1").score()).isEqualTo("0");
        assertThat(Sitting.on(scored(), NESTED).fails("secret/a/1").groups())
                .contains(
                        "secret/a WRONG_ANSWER 0/null of 1/2",
                        "secret/b null null/null of 0/2 BREAK",
                        "secret/b/x null null/null of 0/1 BREAK");
    }

    @Test
    void goesOnWhereAGroupSaysSoAndBreaksInTheGroupsInIt() {
        Scoring olympiad = olympiad();

        Sitting sitting = Sitting.on(olympiad, NESTED).fails("secret/a/1");

        assertThat(sitting.steps()).isEqualTo("sample/1 secret/a/1=0 secret/a/2:BREAK secret/b/x/1=70 secret/b/y/1=70");
        assertThat(Sitting.on(olympiad, NESTED).fails("secret/a/1").score()).isEqualTo("70");
        assertThat(Sitting.on(olympiad, NESTED).score()).isEqualTo("100");
    }

    @Test
    void isRejectedByItsFirstTestThatCountsAndAcceptedByItsGrader() {
        Tally tally = Sitting.on(olympiad(), NESTED)
                .fails("secret/b/y/1", Verdict.RUNTIME_ERROR)
                .tally();

        assertThat(tally.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
        assertThat(tally.graded()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void ignoresTheSampleWhereTheRootSaysSo() {
        Tally tally = Sitting.on(olympiad(), NESTED).fails("sample/1").tally();

        assertThat(tally.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(tally.score()).isEqualByComparingTo("100");
        assertThat(Sitting.on(olympiad(), NESTED).groups()).first().isEqualTo("sample ACCEPTED null/null of 1/1");
    }

    @Test
    void isNotAcceptedWhenTheIgnoredSampleEndsTheJudging() {
        Scoring scoring = scored(group("", true, flags(VerdictMode.WORST_ERROR, ScoreMode.SUM, true, false)));

        Tally tally = Sitting.on(scoring, NESTED).fails("sample/1").tally();

        assertThat(tally.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(tally.score()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 13",
        "AVG, 4.333333333",
        "MIN, 1",
        "MAX, 10",
    })
    void combinesScores(ScoreMode mode, String score) {
        Scoring scoring = scored(group("secret", false, flags(VerdictMode.ALWAYS_ACCEPT, mode, false, false)));

        Sitting sitting = Sitting.on(scoring, "secret/1", "secret/2", "secret/3")
                .gets("secret/1", new Claim.Score(BigDecimal.TEN))
                .gets("secret/2", new Claim.Score(BigDecimal.TWO));

        assertThat(sitting.score()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "WORST_ERROR,   false, RUNTIME_ERROR",
        "FIRST_ERROR,   false, TIME_LIMIT_EXCEEDED",
        "ALWAYS_ACCEPT, false, ACCEPTED",
        "WORST_ERROR,   true,  ACCEPTED",
    })
    void combinesVerdictsWhichAreTheSubmissionsInAPassFailProblem(
            VerdictMode mode, boolean acceptIfAny, Verdict verdict) {
        GraderGroup secret = group("secret", false, flags(mode, ScoreMode.SUM, false, acceptIfAny));
        Scoring scoring = new Scoring.Graders(List.of(secret), null, false);

        Tally tally = Sitting.on(scoring, "secret/1", "secret/2", "secret/3")
                .fails("secret/1", Verdict.TIME_LIMIT_EXCEEDED)
                .fails("secret/2", Verdict.RUNTIME_ERROR)
                .tally();

        assertThat(tally.verdict()).isEqualTo(verdict);
        assertThat(tally.score()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_ANSWER,          OUTPUT_LIMIT_EXCEEDED, OUTPUT_LIMIT_EXCEEDED",
        "OUTPUT_LIMIT_EXCEEDED, TIME_LIMIT_EXCEEDED,   TIME_LIMIT_EXCEEDED",
        "TIME_LIMIT_EXCEEDED,   MEMORY_LIMIT_EXCEEDED, MEMORY_LIMIT_EXCEEDED",
        "MEMORY_LIMIT_EXCEEDED, RUNTIME_ERROR,         RUNTIME_ERROR",
    })
    void knowsTheWorseOfTwoErrors(Verdict one, Verdict other, Verdict worse) {
        GraderGroup secret = group("secret", false, Grader.Default.WITHOUT_FLAGS);
        Scoring scoring = new Scoring.Graders(List.of(secret), null, false);

        Sitting sitting = Sitting.on(scoring, "secret/1", "secret/2")
                .fails("secret/1", one)
                .fails("secret/2", other);

        assertThat(sitting.tally().verdict()).isEqualTo(worse);
    }

    @Test
    void ignoresAScoreThatComesWithARejection() {
        Scoring scoring = scored(new GraderGroup(
                "secret",
                false,
                flags(VerdictMode.ALWAYS_ACCEPT, ScoreMode.SUM, false, false),
                BigDecimal.TEN,
                new BigDecimal("0.5"),
                null,
                null));

        Sitting sitting = Sitting.on(scoring, "secret/1", "secret/2")
                .fails("secret/1")
                .gets("secret/1", new Claim.Score(BigDecimal.valueOf(9)));

        assertThat(sitting.score()).isEqualTo("10.5");
    }

    @Test
    void asksThePackagesOwnGrader() {
        Scoring scoring = scored(group("secret", false, new Grader.Custom(List.of("best", "2"))));

        Sitting sitting = Sitting.on(scoring, "secret/1", "secret/2")
                .fails("secret/1")
                .gradedBy((flags, grades) -> new Grade(
                        Verdict.ACCEPTED, Fraction.of(BigDecimal.valueOf(flags.size() * 10L + grades.size()))));

        assertThat(sitting.score()).isEqualTo("22");
    }

    @Test
    void isAJudgeErrorOutsideTheRangeOfAnAcceptedGroup() {
        GraderGroup secret = new GraderGroup(
                "secret",
                true,
                Grader.Default.WITHOUT_FLAGS,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.TWO);

        assertThatThrownBy(() -> Sitting.on(scored(secret), "secret/1").tally())
                .isInstanceOf(ScoringFaultException.class)
                .hasMessage("The score of secret is 10, and its range is 1 to 2");
        assertThat(Sitting.on(scored(secret), "secret/1").fails("secret/1").score())
                .isEqualTo("0");
    }

    @Test
    void isAJudgeErrorWhenAScoreIsNoNumber() {
        Sitting sitting = Sitting.on(scored(), "secret/1").gets("secret/1", new Claim.Unreadable(Claim.SCORE_FILE));

        assertThatThrownBy(sitting::tally)
                .hasMessage("On secret/1 the validator gives it a score.txt that is not one number");
    }

    @Test
    void hasNoScoreForARejectionWhereASmallOneIsGood() {
        Scoring scoring = new Scoring.Graders(List.of(), Objective.MIN, false);

        assertThat(Sitting.on(scoring, "secret/1").fails("secret/1").tally().score())
                .isNull();
        assertThat(Objects.requireNonNull(
                        Sitting.on(scoring, "secret/1").tally().score()))
                .isEqualByComparingTo("1");
    }

    /** A hundred points, 30 of them for {@code a} and 70 for {@code b}, as olympiads write it. */
    private static Scoring olympiad() {
        return scored(
                group("", false, flags(VerdictMode.WORST_ERROR, ScoreMode.SUM, true, false)),
                group("sample", true, Grader.Default.WITHOUT_FLAGS),
                group("secret", false, flags(VerdictMode.WORST_ERROR, ScoreMode.SUM, false, true)),
                subtask("secret/a", 30),
                subtask("secret/b", 70));
    }

    private static GraderGroup subtask(String name, int score) {
        BigDecimal most = BigDecimal.valueOf(score);
        Grader min = flags(VerdictMode.WORST_ERROR, ScoreMode.MIN, false, false);
        return new GraderGroup(name, true, min, most, BigDecimal.ZERO, BigDecimal.ZERO, most);
    }

    private static Scoring scored(GraderGroup... groups) {
        return new Scoring.Graders(List.of(groups), Objective.MAX, false);
    }

    private static GraderGroup group(String name, boolean breaks, Grader grader) {
        return new GraderGroup(name, breaks, grader, BigDecimal.ONE, BigDecimal.ZERO, null, null);
    }

    private static Grader flags(VerdictMode verdicts, ScoreMode scores, boolean ignoreSample, boolean acceptIfAny) {
        return new Grader.Default(verdicts, scores, ignoreSample, acceptIfAny);
    }
}

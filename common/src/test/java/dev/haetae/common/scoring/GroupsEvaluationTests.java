package dev.haetae.common.scoring;

import static dev.haetae.common.ScoreGroup.Aggregation.MIN;
import static dev.haetae.common.ScoreGroup.Aggregation.PASS_FAIL;
import static dev.haetae.common.ScoreGroup.Aggregation.SUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of "Result aggregation" in the format 2025-09. */
class GroupsEvaluationTests {

    private static final String[] TWO_GROUPS = {"sample/1", "secret/a/1", "secret/a/2", "secret/b/1", "secret/b/2"};

    @Test
    void givesAThirdOfTheScoreForEachOfThreeTestsAndAllOfItForAll() {
        Scoring secret = new Scoring.Groups(group("secret", 100, SUM), List.of(), false);

        assertThat(on(secret, "secret/1", "secret/2", "secret/3").score()).isEqualTo("100");
        assertThat(on(secret, "secret/1", "secret/2", "secret/3")
                        .fails("secret/2")
                        .steps())
                .isEqualTo("secret/1=33.333333333 secret/2=0 secret/3=33.333333333");
        assertThat(on(secret, "secret/1", "secret/2", "secret/3")
                        .fails("secret/2")
                        .score())
                .isEqualTo("66.666666667");
    }

    @Test
    void addsUpPassFailGroupsWhichStopAtTheFirstRejection() {
        Scoring groups = groups(group("secret/a", 30, PASS_FAIL), group("secret/b", 70, PASS_FAIL));

        Sitting sitting = on(groups, TWO_GROUPS).fails("secret/b/1", Verdict.TIME_LIMIT_EXCEEDED);

        assertThat(sitting.tally().verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
        assertThat(on(groups, TWO_GROUPS).fails("secret/b/1").score()).isEqualTo("30");
        assertThat(on(groups, TWO_GROUPS).fails("secret/b/1").steps())
                .isEqualTo("sample/1 secret/a/1 secret/a/2 secret/b/1 secret/b/2:BREAK");
        assertThat(on(groups, TWO_GROUPS).fails("secret/b/1").groups())
                .containsExactly(
                        "sample ACCEPTED null/null of 1/1",
                        "secret WRONG_ANSWER 30/100 of 3/4",
                        "secret/a ACCEPTED 30/30 of 2/2",
                        "secret/b WRONG_ANSWER 0/70 of 1/2");
    }

    @Test
    void runsEveryTestOfASumAndStopsAMinimumAtTheFirstRejection() {
        Scoring groups = groups(group("secret/a", 30, SUM), group("secret/b", 70, MIN));

        Sitting sitting = on(groups, TWO_GROUPS).fails("secret/a/1").fails("secret/b/1");

        assertThat(sitting.steps()).isEqualTo("sample/1 secret/a/1=0 secret/a/2=15 secret/b/1=0 secret/b/2:BREAK");
    }

    @Test
    void takesTheLeastOfWhatValidatorsGiveInAMinimum() {
        Scoring groups = groups(group("secret/a", 30, MIN), group("secret/b", 70, MIN));

        Sitting sitting = on(groups, TWO_GROUPS)
                .gets("secret/a/2", score("12.5"))
                .gets("secret/b/1", new Claim.Multiplier(new BigDecimal("0.1")));

        assertThat(sitting.score()).isEqualTo("19.5");
        assertThat(sitting.tally().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void doesNotRunWhatRequiresAGroupThatWasNotPassed() {
        Scoring groups = new Scoring.Groups(
                group("secret", 100, SUM),
                List.of(
                        group("secret/a", 10, PASS_FAIL),
                        requiring("secret/b", 20, "secret/a"),
                        requiring("secret/c", 70, "secret/b")),
                false);

        Sitting sitting = on(groups, "secret/a/1", "secret/b/1", "secret/c/1").fails("secret/a/1");

        assertThat(sitting.groups())
                .contains("secret/b null 0/20 of 0/1 REQUIRE_PASS", "secret/c null 0/70 of 0/1 REQUIRE_PASS");
        assertThat(sitting.tally().verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @Test
    void rejectsWhoeverFailsTheSampleThatSecretRequires() {
        ScoreGroup secret = new ScoreGroup("secret", BigDecimal.valueOf(100), SUM, List.of("sample"), Map.of());
        Scoring direct = new Scoring.Groups(secret, List.of(), false);
        Scoring inGroups = new Scoring.Groups(secret, List.of(group("secret/a", 100, PASS_FAIL)), false);

        Sitting sitting = on(direct, "sample/1", "secret/1").fails("sample/1", Verdict.RUNTIME_ERROR);

        assertThat(sitting.steps()).isEqualTo("sample/1 secret/1:REQUIRE_PASS");
        assertThat(sitting.tally().verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
        assertThat(on(inGroups, "sample/1", "secret/a/1").fails("sample/1").groups())
                .contains("secret null 0/100 of 0/1 REQUIRE_PASS", "secret/a null 0/100 of 0/1 REQUIRE_PASS");
    }

    @Test
    void givesNothingForSamples() {
        Scoring secret = new Scoring.Groups(group("secret", 100, SUM), List.of(), false);

        Sitting sitting = on(secret, "sample/1", "secret/1").fails("sample/1").gets("sample/1", score("7"));

        assertThat(sitting.score()).isEqualTo("100");
        assertThat(sitting.tally().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void givesAllOrNothingWhereSecretIsPassFail() {
        Scoring groups = new Scoring.Groups(
                group("secret", 100, PASS_FAIL),
                List.of(group("secret/a", 100, PASS_FAIL), group("secret/b", 100, PASS_FAIL)),
                false);

        assertThat(on(groups, TWO_GROUPS).score()).isEqualTo("100");
        assertThat(on(groups, TWO_GROUPS).fails("secret/a/2").score()).isEqualTo("0");
    }

    @Test
    void addsUpWhatValidatorsGiveWithoutABound() {
        Scoring secret = new Scoring.Groups(group("secret", null, SUM), List.of(), false);

        Sitting sitting = on(secret, "secret/1", "secret/2")
                .gets("secret/1", score("1e3"))
                .gets("secret/2", score("0.5"));

        assertThat(sitting.score()).isEqualTo("1000.5");
    }

    @Test
    void sharesWhatIsLeftAmongTestsWithoutPointsOfTheirOwn() {
        ScoreGroup secret = new ScoreGroup(
                "secret", BigDecimal.valueOf(100), SUM, List.of(), Map.of("secret/1", BigDecimal.valueOf(40)));

        assertThat(on(new Scoring.Groups(secret, List.of(), false), "secret/1", "secret/2", "secret/3")
                        .steps())
                .isEqualTo("secret/1=40 secret/2=30 secret/3=30");
    }

    @Test
    void runsWhatCountsForNothingWhereAllIsWanted() {
        Scoring groups = groups(group("secret/a", 30, PASS_FAIL), group("secret/b", 70, PASS_FAIL));

        Sitting sitting = on(groups.onAll(), TWO_GROUPS).fails("secret/a/1");

        assertThat(sitting.steps()).doesNotContain("BREAK");
        assertThat(on(groups.onAll(), TWO_GROUPS).fails("secret/a/1").score()).isEqualTo("70");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUM       | 100 | ACCEPTED     | 50.1 |     | On secret/1 the validator gives it the score 50.1, and its maximum is 50",
                "SUM       | 100 | ACCEPTED     | -1   |     | On secret/1 the validator gives it the score -1, which is less than 0",
                "SUM       | 100 | ACCEPTED     | 1    | 0.5 | On secret/1 the validator gives it both score.txt and score_multiplier.txt",
                "SUM       | 100 | ACCEPTED     |      | 1.1 | On secret/1 the validator gives it the multiplier 1.1, which is not from 0 to 1",
                "SUM       | 100 | ACCEPTED     | two  |     | On secret/1 the validator gives it a score.txt that is not one number",
                "SUM       | 100 | ACCEPTED     |      | x   | On secret/1 the validator gives it a score_multiplier.txt that is not one number",
                "SUM       | 100 | WRONG_ANSWER | 1    |     | On secret/1 the validator rejects it and gives it a score",
                "SUM       | 100 | WRONG_ANSWER |      | 0.5 | On secret/1 the validator rejects it and gives it a score",
                "SUM       |     | ACCEPTED     |      |     | On secret/1 the validator gives it no score.txt, and it has no maximum",
                "SUM       |     | ACCEPTED     |      | 0.5 | On secret/1 the validator gives it a score_multiplier.txt, and it has no maximum",
                "PASS_FAIL | 100 | ACCEPTED     | 1    |     | On secret/1 the validator gives it a score, but its group is pass-fail",
            })
    void isAJudgeErrorWhereTheTextSaysSo(
            Aggregation aggregation,
            @Nullable Integer most,
            Verdict verdict,
            @Nullable String score,
            @Nullable String multiplier,
            String message) {
        Scoring secret = new Scoring.Groups(group("secret", most, aggregation), List.of(), false);
        Claim claim =
                Claim.of(score == null ? null : score.getBytes(), multiplier == null ? null : multiplier.getBytes());

        Sitting sitting =
                on(secret, "secret/1", "secret/2").fails("secret/1", verdict).gets("secret/1", claim);

        assertThatThrownBy(sitting::tally)
                .isInstanceOf(ScoringFaultException.class)
                .hasMessage(message);
    }

    @Test
    void isAJudgeErrorWhereGroupsGiveMoreThanSecretHas() {
        Scoring groups = groups(group("secret/a", 60, PASS_FAIL), group("secret/b", 60, PASS_FAIL));

        assertThat(on(groups, TWO_GROUPS).fails("secret/a/1").score()).isEqualTo("60");
        assertThatThrownBy(() -> on(groups, TWO_GROUPS).tally())
                .hasMessage("The score of secret is 120, and its max_score is 100");
    }

    private static Sitting on(Scoring scoring, String... tests) {
        return Sitting.on(scoring, tests);
    }

    private static Scoring groups(ScoreGroup... groups) {
        return new Scoring.Groups(group("secret", 100, SUM), List.of(groups), false);
    }

    private static ScoreGroup group(String name, @Nullable Integer most, Aggregation aggregation) {
        BigDecimal maxScore = most == null ? null : BigDecimal.valueOf(most);
        return new ScoreGroup(name, maxScore, aggregation, List.of(), Map.of());
    }

    private static ScoreGroup requiring(String name, int most, String other) {
        return new ScoreGroup(name, BigDecimal.valueOf(most), PASS_FAIL, List.of(other), Map.of());
    }

    private static Claim score(String score) {
        return new Claim.Score(new BigDecimal(score));
    }
}

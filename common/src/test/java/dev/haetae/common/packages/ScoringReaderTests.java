package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderGroup.ScoreMode;
import dev.haetae.common.GraderGroup.VerdictMode;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.Scoring.Objective;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How packages of both formats say what their tests are worth. */
class ScoringReaderTests {

    private static final String METADATA_2025 = """
            problem_format_version: 2025-09
            uuid: 2c3a
            name: Sum
            limits: {time_limit: 1}
            type: scoring
            """;

    private static final String LEGACY_METADATA = """
            name: Sum
            limits: {time_limit: 1}
            type: scoring
            """;

    @TempDir
    Path temporary;

    @Test
    void sharesAHundredPointsAmongTheTestsOfSecretByDefault() throws IOException {
        assertThat(read(of2025().with("data/secret/1.in", "").with("data/secret/1.ans", ""))
                        .scoring())
                .isEqualTo(new Scoring.Groups(group("secret", 100, Aggregation.SUM, List.of()), List.of(), false));
    }

    @Test
    void readsGroups() throws IOException {
        ProblemPackage problem = read(groupsOf2025()
                .with("data/secret/test_group.yaml", "max_score: 90\nrequire_pass: sample\n")
                .with("data/secret/a/test_group.yaml", "max_score: 30\n")
                .with(
                        "data/secret/b/test_group.yaml",
                        "max_score: 60\nscore_aggregation: min\nrequire_pass: [sample, secret/a]\n"));

        assertThat(problem.scoring())
                .isEqualTo(new Scoring.Groups(
                        group("secret", 90, Aggregation.SUM, List.of("sample")),
                        List.of(
                                group("secret/a", 30, Aggregation.PASS_FAIL, List.of()),
                                group("secret/b", 60, Aggregation.MIN, List.of("sample", "secret/a"))),
                        false));
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void readsScoresWithoutABoundWhereAValidatorGivesThem() throws IOException {
        Scoring scoring = read(groupsOf2025()
                        .with("output_validator/v.py", "")
                        .with("data/secret/test_group.yaml", "max_score: unbounded\n")
                        .with("data/secret/a/test_group.yaml", "score_aggregation: sum\n")
                        .with("data/secret/b/test_group.yaml", "max_score: 5\n"))
                .scoring();

        assertThat(scoring.maxScore()).isNull();
        assertThat(scoring.maxScore("secret/a")).isNull();
        assertThat(scoring.maxScore("secret/b")).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample   | max_score: 5 | data/sample/test_group.yaml:1: max_score is not permitted for samples",
                "secret   | max_score: -1 | data/secret/test_group.yaml:1: max_score has to be a whole number, at least 0, or unbounded, not -1",
                "secret   | max_score: 2.5 | data/secret/test_group.yaml:1: max_score has to be a whole number, at least 0, or unbounded, not 2.5",
                "secret   | score_aggregation: max | data/secret/test_group.yaml:1: score_aggregation has to be pass-fail, sum or min, not max",
                "secret   | require_pass: secret/a | data/secret/test_group.yaml:1: require_pass of secret can only be sample, not secret/a",
                "secret/a | require_pass: secret/b | data/secret/a/test_group.yaml:1: require_pass names secret/b, which is no group before this one",
                "secret/b | {max_score: 5, require_pass: [secret/c]} | data/secret/b/test_group.yaml:1: require_pass names secret/c, which is no group before this one",
                "secret/b | score_aggregation: min | data/secret/b/test_group.yaml: max_score has to be a number, as that of secret is",
                "secret/b | keywords: none | data/secret/b/test_group.yaml: max_score has to be a number where score_aggregation is pass-fail",
                "secret/c | max_score: 5 | data/secret/c/test_group.yaml: the group has no test",
                "secret   | {max_score: unbounded, score_aggregation: pass-fail} | data/secret/test_group.yaml:1: max_score has to be a number where score_aggregation is pass-fail",
            })
    void refusesGroupsThatTheFormatForbids(String group, String yaml, String reason) throws IOException {
        PackageBuilder builder = groupsOf2025()
                .with("data/secret/a/test_group.yaml", "max_score: 30\n")
                .with("data/secret/b/test_group.yaml", "max_score: 60\n")
                .with("data/" + group + "/test_group.yaml", yaml + "\n");

        assertThat(reasons(builder)).first().isEqualTo(reason);
    }

    @Test
    void refusesARequiredGroupThatGivesPartsOfItsScore() throws IOException {
        assertThat(reasons(groupsOf2025()
                        .with("data/secret/a/test_group.yaml", "max_score: 30\nscore_aggregation: sum\n")
                        .with("data/secret/b/test_group.yaml", "max_score: 60\nrequire_pass: secret/a\n")))
                .containsExactly(
                        "data/secret/b/test_group.yaml:2: require_pass names secret/a, which is not pass-fail");
    }

    @Test
    void refusesTestsBesideGroupsAndScoresThatNobodyGives() throws IOException {
        assertThat(reasons(groupsOf2025()
                        .with("data/secret/test_group.yaml", "max_score: unbounded\n")
                        .with("data/secret/a/test_group.yaml", "score_aggregation: sum\n")
                        .with("data/secret/b/test_group.yaml", "max_score: 60\n")
                        .with("data/secret/1.in", "")
                        .with("data/secret/1.ans", "")))
                .containsExactly(
                        "data/secret: it has tests and groups of tests, and can have only one or the other",
                        "data/secret/a/test_group.yaml: max_score cannot be unbounded without an output validator that gives scores");
    }

    @Test
    void readsWhichTestsAreShownToWhoFailsThem() throws IOException {
        ProblemPackage problem = read(groupsOf2025()
                .with("data/secret/a/test_group.yaml", "max_score: 30\nfull_feedback: true\n")
                .with("data/secret/b/test_group.yaml", "max_score: 60\nfull_feedback: true\n")
                .with("data/secret/b/deep/1.yaml", "full_feedback: false\n"));

        assertThat(problem.tests())
                .filteredOn(PackageTest::fullFeedback)
                .extracting(PackageTest::name)
                .containsExactly("secret/a/1");
    }

    @Test
    void inheritsEachKeyOfALegacyGroup() throws IOException {
        Scoring scoring = read(legacy().with(
                                "data/testdata.yaml",
                                "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n")
                        .with("data/secret/testdata.yaml", "grader_flags: accept_if_any_accepted first_error max\n")
                        .with("data/secret/a/testdata.yaml", "on_reject: break\naccept_score: 2.5\nrange: -inf 30\n"))
                .scoring();

        assertThat(scoring).isInstanceOfSatisfying(Scoring.Graders.class, graders -> {
            assertThat(graders.objective()).isEqualTo(Objective.MAX);
            assertThat(graders.of(""))
                    .isEqualTo(
                            graders("", false, flags(VerdictMode.WORST_ERROR, ScoreMode.SUM, true, false), 1, 0, 100));
            assertThat(graders.of("secret"))
                    .isEqualTo(graders(
                            "secret", false, flags(VerdictMode.FIRST_ERROR, ScoreMode.MAX, false, true), 1, 0, 100));
            assertThat(graders.of("secret/a/deeper"))
                    .isEqualTo(graders(
                            "secret/a",
                            true,
                            flags(VerdictMode.FIRST_ERROR, ScoreMode.MAX, false, true),
                            2.5,
                            null,
                            30));
        });
        assertThat(scoring.maxScore()).isEqualByComparingTo("100");
    }

    @Test
    void takesTheLastOfConflictingModes() throws IOException {
        Scoring scoring = read(legacy().with("data/testdata.yaml", "grader_flags: min always_accept avg worst_error\n"))
                .scoring();

        assertThat(((Scoring.Graders) scoring).of("").grader())
                .isEqualTo(flags(VerdictMode.WORST_ERROR, ScoreMode.AVG, false, false));
    }

    @Test
    void readsWhatProblemYamlSaysOfScores() throws IOException {
        Scoring scoring = read(legacy().with(
                                "problem.yaml",
                                LEGACY_METADATA
                                        + "validation: default\ngrading: {objective: min, show_test_data_groups: true, accept_score: 7}\n"))
                .scoring();

        assertThat(scoring).isInstanceOfSatisfying(Scoring.Graders.class, graders -> {
            assertThat(graders.objective()).isEqualTo(Objective.MIN);
            assertThat(graders.of("secret/a").acceptScore()).isEqualByComparingTo("7");
        });
    }

    @Test
    void readsTheOnlyGrader() throws IOException {
        ProblemPackage problem =
                read(legacy().with("data/secret/testdata.yaml", "grading: custom\ngrader_flags: best 2\n")
                        .with("graders/best.py", ""));

        assertThat(problem.grader()).extracting(PackageProgram::name).isEqualTo("graders/best.py");
        assertThat(((Scoring.Graders) problem.scoring()).of("secret/a").grader())
                .isEqualTo(new Grader.Custom(List.of("best", "2")));
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void refusesCustomGradingWithoutAGraderAndWithTwo() throws IOException {
        PackageBuilder builder = legacy().with("data/testdata.yaml", "grading: custom\n");

        assertThat(reasons(builder))
                .containsExactly("graders: the package's grading is custom, but there is no grader");
        assertThat(reasons(builder.with("graders/a.py", "").with("graders/b.py", "")))
                .containsExactly("graders: there is more than one grader");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on_reject: break | false",
                "grader_flags: first_error sum | false",
                "accept_score: 5 | false",
                "on_reject: continue | true",
                "grader_flags: always_accept | true",
                "grader_flags: accept_if_any_accepted | true",
            })
    void gradesAPassFailProblemWhereItMakesADifference(String yaml, boolean isGraded) throws IOException {
        Scoring scoring = read(PackageBuilder.aPackage().with("data/secret/testdata.yaml", yaml + "\n"))
                .scoring();

        assertThat(scoring.hasScore()).isFalse();
        assertThat(scoring instanceof Scoring.Graders).isEqualTo(isGraded);
    }

    private static GraderGroup graders(
            String name, boolean breaks, Grader grader, double acceptScore, @Nullable Integer least, int most) {
        return new GraderGroup(
                name,
                breaks,
                grader,
                new BigDecimal(acceptScore == 1 ? "1" : String.valueOf(acceptScore)),
                BigDecimal.ZERO,
                least == null ? null : BigDecimal.valueOf(least),
                BigDecimal.valueOf(most));
    }

    private static Grader flags(VerdictMode verdicts, ScoreMode scores, boolean ignoreSample, boolean acceptIfAny) {
        return new Grader.Default(verdicts, scores, ignoreSample, acceptIfAny);
    }

    private static ScoreGroup group(String name, int most, Aggregation aggregation, List<String> requirePass) {
        return new ScoreGroup(name, BigDecimal.valueOf(most), aggregation, requirePass, Map.of());
    }

    private static PackageBuilder of2025() {
        return PackageBuilder.a2025Package(METADATA_2025)
                .without("data/secret/1.in")
                .without("data/secret/1.ans");
    }

    private static PackageBuilder groupsOf2025() {
        return of2025().with("data/secret/a/1.in", "")
                .with("data/secret/a/1.ans", "")
                .with("data/secret/b/deep/1.in", "")
                .with("data/secret/b/deep/1.ans", "");
    }

    private static PackageBuilder legacy() {
        return PackageBuilder.aPackage()
                .with("problem.yaml", LEGACY_METADATA)
                .with("data/secret/a/1.in", "")
                .with("data/secret/a/1.ans", "");
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return builder.reasons(temporary);
    }
}

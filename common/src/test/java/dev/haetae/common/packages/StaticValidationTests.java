package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.Scoring;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Static validation test cases of 2025-09 packages. */
class StaticValidationTests {

    private static final String PASS_FAIL = "static_validation_score: pass-fail\n";

    @TempDir
    Path temporary;

    @Test
    void areTestsOfTheirGroups() throws IOException {
        ProblemPackage problem = aPackage("pass-fail")
                .with("data/sample/test_group.yaml", PASS_FAIL)
                .with("data/secret/test_group.yaml", PASS_FAIL + "static_validator_args: [-n, '5']\n")
                .read(temporary);

        assertThat(problem.tests())
                .extracting(PackageTest::name)
                .containsExactly("sample/1", "sample/static_validation", "secret/1", "secret/static_validation");
        assertThat(problem.tests().getLast().checker()).isInstanceOfSatisfying(PackageChecker.Static.class, checker -> {
            assertThat(checker.program().name()).isEqualTo("static_validator/look.py");
            assertThat(checker.arguments()).containsExactly("-n", "5");
        });
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void haveAShareOfTheirGroupsScore() throws IOException {
        ProblemPackage problem = aPackage("scoring")
                .without("data/secret/1.in")
                .without("data/secret/1.ans")
                .with(
                        "data/secret/a/test_group.yaml",
                        "max_score: 60\nscore_aggregation: sum\nstatic_validation_score: 20\n")
                .with("data/secret/a/1.in", "1 1\n")
                .with("data/secret/a/1.ans", "2\n")
                .with("data/secret/b/test_group.yaml", "max_score: 40\n" + PASS_FAIL)
                .read(temporary);

        Scoring.Groups scoring = (Scoring.Groups) problem.scoring();
        assertThat(scoring.groups())
                .extracting(ScoreGroup::name, ScoreGroup::points)
                .containsExactly(
                        tuple("secret/a", Map.of("secret/a/static_validation", BigDecimal.valueOf(20))),
                        tuple("secret/b", Map.of()));
    }

    @Test
    void areWarnedAboutWhenNoGroupHasOne() throws IOException {
        assertThat(aPackage("pass-fail").read(temporary).warnings())
                .extracting(Finding::toString)
                .containsExactly("static_validator: it is not used: no test_group.yaml has a static_validation_score");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "run"})
    void mayHaveOneScriptOnly(String script) throws IOException {
        ProblemPackage problem = aPackage("pass-fail")
                .without("static_validator/look.py")
                .with("static_validator/" + script, "exit 42\n")
                .with("data/secret/test_group.yaml", PASS_FAIL)
                .read(temporary);

        assertThat(problem.tests().getLast().checker()).isInstanceOf(PackageChecker.Static.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass-fail | static_validation_score: 5 | static_validation_score has to be pass-fail where the problem is, not 5",
                "pass-fail | static_validator_args: [a] | static_validator_args says nothing without static_validation_score",
                "scoring | static_validation_score: 200 | static_validation_score is more than max_score, 100",
                "scoring | static_validation_score: -1 | static_validation_score has to be a whole number, at least 0, or pass-fail, not -1",
                "scoring | static_validation_score: pass-fail | static_validation_score has to be pass-fail where score_aggregation is, and only there"
            })
    void areRefusedWhereTheFormatForbidsThem(String type, String settings, String reason) throws IOException {
        assertThat(aPackage(type)
                        .with("data/secret/test_group.yaml", settings + "\n")
                        .reasons(temporary))
                .containsExactly("data/secret/test_group.yaml:1: " + reason);
    }

    @Test
    void areRefusedWhereAnswersAreSubmitted() throws IOException {
        assertThat(aPackage("submit-answer").reasons(temporary))
                .containsExactly("static_validator: submit-answer problems have no programs to look at");
    }

    @Test
    void areRefusedBesideGroupsThatAreScored() throws IOException {
        List<String> reasons = aPackage("scoring")
                .without("data/secret/1.in")
                .without("data/secret/1.ans")
                .with("data/secret/test_group.yaml", "static_validation_score: 10\n")
                .with("data/secret/a/test_group.yaml", "max_score: 100\n")
                .with("data/secret/a/1.in", "1 1\n")
                .with("data/secret/a/1.ans", "2\n")
                .reasons(temporary);

        assertThat(reasons)
                .containsExactly("data/secret: it has tests and groups of tests, and can have only one or the other");
    }

    private static PackageBuilder aPackage(String type) {
        return PackageBuilder.a2025Package(
                        "problem_format_version: 2025-09\nname: Sum\ntype: " + type + "\nlimits: {time_limit: 1}\n")
                .with("static_validator/look.py", "import sys\nsys.exit(42)\n");
    }
}

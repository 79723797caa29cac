package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.a2025Package;
import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.NamedFiles;
import dev.haetae.common.Scoring;
import dev.haetae.common.Wire;
import dev.haetae.common.packages.PackageSettings.Factors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file {@code haetae.yaml} of a package. */
class PackageSettingsTests {

    private static final PackageSettings ALL = new PackageSettings(
            "HIDDEN",
            4,
            "GROUPS",
            Map.of("java", new Factors(2.5, null), "c", new Factors(1.0, 1.5)),
            true,
            Instant.parse("2031-01-31T12:00:00Z"),
            new NamedFiles("sum.in", null),
            Map.of(),
            Map.of(),
            null);

    @TempDir
    private Path temporary;

    @Test
    void areReadAsTheyAreWritten() throws IOException {
        ProblemPackage problem = read(aPackage().with("haetae.yaml", ALL.text()));

        assertThat(problem.settings()).isEqualTo(ALL);
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void areReadOfThe2025FormatToo() throws IOException {
        ProblemPackage problem =
                read(a2025Package("problem_format_version: 2025-09\nname: Sum\nlimits: {time_limit: 1}\n")
                        .with("haetae.yaml", ALL.text()));

        assertThat(problem.settings()).isEqualTo(ALL);
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void areReadOfThoseKeptBeforeTestsHadPointsAndGroupsSettings() {
        byte[] kept = """
                {"visibility": "HIDDEN", "difficulty": 4, "feedbackPolicy": "GROUPS",
                 "languageFactors": {"java": {"time": 2.5, "memory": null}, "c": {"time": 1.0, "memory": 1.5}},
                 "timeLimitByHand": true, "embargoUntil": "2031-01-31T12:00:00Z",
                 "named": {"input": "sum.in", "output": null}}""".getBytes(UTF_8);

        assertThat(Wire.read(kept, PackageSettings.class)).isEqualTo(ALL);
    }

    @Test
    void giveSingleTestsTheirPoints() throws IOException {
        PackageBuilder files = a2025Package(
                        "problem_format_version: 2025-09\nname: Sum\ntype: scoring\nlimits: {time_limit: 1}\n")
                .with("haetae.yaml", "points: {secret/1: 62.5}\n");

        ProblemPackage problem = read(files);

        assertThat(problem.scoring())
                .isInstanceOfSatisfying(
                        Scoring.Groups.class,
                        groups -> assertThat(groups.secret().points())
                                .isEqualTo(Map.of("secret/1", new BigDecimal("62.5"))));
        assertThat(problem.settings().text()).contains("secret/1: 62.5");
        assertThat(files.with("haetae.yaml", "points: {sample/1: 5}\n").reasons(temporary))
                .containsExactly("haetae.yaml: points are given to sample/1, which is in no group with a sum");
    }

    @Test
    void sayOfGroupsWhatTheirFilesCannot() throws IOException {
        PackageBuilder files = PackageBuilder.nothing()
                .with(
                        "problem.yaml",
                        "problem_format_version: 2025-09\nname: Sum\ntype: scoring\nlimits: {time_limit: 1}\n")
                .with(
                        "haetae.yaml",
                        "groups: {secret: {max_score: 3.5}, secret/b: {max_score: 2.50, require_pass: [secret/a]}}\n")
                .with("data/secret/a/test_group.yaml", "max_score: 1\nscore_aggregation: sum\n")
                .with("data/secret/a/1.in", "")
                .with("data/secret/a/1.ans", "")
                .with("data/secret/b/test_group.yaml", "max_score: 3\n")
                .with("data/secret/b/1.in", "")
                .with("data/secret/b/1.ans", "");

        ProblemPackage problem = read(files);

        assertThat(problem.scoring()).isInstanceOfSatisfying(Scoring.Groups.class, groups -> {
            assertThat(groups.secret().maxScore()).isEqualTo("3.5");
            assertThat(groups.groups().getLast().maxScore()).isEqualTo("2.5");
            assertThat(groups.groups().getLast().requirePass()).containsExactly("secret/a");
        });
        assertThat(read(files.with("haetae.yaml", problem.settings().text())).settings())
                .isEqualTo(problem.settings());
        assertThat(files.with("haetae.yaml", "groups: {secret/a: {require_pass: [secret/b]}}\n")
                        .reasons(temporary))
                .containsExactly("haetae.yaml: groups.secret/a.require_pass names what is no group before this one");
        assertThat(files.with("haetae.yaml", "groups: {secret/c: {max_score: 1}}\n")
                        .reasons(temporary))
                .containsExactly("haetae.yaml: groups.secret/c is no group of the problem");
        assertThat(files.with("haetae.yaml", "groups: {secret/a: {max_score: -1}}\n")
                        .reasons(temporary))
                .containsExactly("haetae.yaml:1: groups.secret/a.max_score has to be a number, at least 0, not -1");
    }

    @Test
    void sayNothingWithoutTheFile() throws IOException {
        assertThat(read(aPackage()).settings()).isEqualTo(PackageSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    feedback_policy: ALL             | haetae.yaml:1: feedback_policy has to be one of NONE, VERDICT, FIRST_FAILURE, GROUPS, TESTS, not ALL
                    visibility: [HIDDEN]             | haetae.yaml:1: visibility has to be a text, not a list
                    difficulty: 6                    | haetae.yaml:1: difficulty has to be 1 to 5, not 6
                    embargo_until: soon              | haetae.yaml:1: embargo_until has to be a time in UTC like 2030-01-31T12:00:00Z, not soon
                    language_factors: {c: {time: 0}} | haetae.yaml:1: language_factors.c.time has to be a number greater than 0, not 0
                    language_factors: {c: {time: 101}} | haetae.yaml:1: language_factors.c.time has to be at most 100
                    """)
    void refuseWhatTheyCannotBe(String text, String reason) throws IOException {
        assertThat(aPackage().with("haetae.yaml", text).reasons(temporary)).containsExactly(reason);
    }

    @Test
    void areGroupsWhereALegacyPackageShowsThem() throws IOException {
        String yaml = "name: Sum\ntype: scoring\nlimits: {time_limit: 1}\ngrading: {show_test_data_groups: true}\n";

        assertThat(read(aPackage().with("problem.yaml", yaml)).settings().feedbackPolicy())
                .isEqualTo("GROUPS");
        assertThat(read(aPackage().with("problem.yaml", yaml).with("haetae.yaml", "feedback_policy: TESTS\n"))
                        .settings()
                        .feedbackPolicy())
                .isEqualTo("TESTS");
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }
}

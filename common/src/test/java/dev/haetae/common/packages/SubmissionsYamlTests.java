package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Requirement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a 2025-09 package says of its solutions. */
class SubmissionsYamlTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "accepted, ACCEPTED, true, false",
        "rejected, WRONG_ANSWER TIME_LIMIT_EXCEEDED MEMORY_LIMIT_EXCEEDED OUTPUT_LIMIT_EXCEEDED RUNTIME_ERROR, false, false",
        "wrong_answer, WRONG_ANSWER OUTPUT_LIMIT_EXCEEDED, true, false",
        "time_limit_exceeded, TIME_LIMIT_EXCEEDED, false, true",
        "run_time_error, MEMORY_LIMIT_EXCEEDED OUTPUT_LIMIT_EXCEEDED RUNTIME_ERROR, true, false",
        "brute_force, TIME_LIMIT_EXCEEDED MEMORY_LIMIT_EXCEEDED OUTPUT_LIMIT_EXCEEDED RUNTIME_ERROR, false, false",
        "others, '', false, false"
    })
    void takesTheFoldersWord(String folder, String permitted, boolean lower, boolean upper) throws IOException {
        Expectation expectation = expectation(read("", folder + "/a.py"));

        assertThat(expectation.permitted())
                .isEqualTo(Arrays.stream(permitted.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Verdict::valueOf)
                        .collect(Collectors.toSet()));
        assertThat(expectation.boundsFromBelow()).isEqualTo(lower);
        assertThat(expectation.boundsFromAbove()).isEqualTo(upper);
    }

    @Test
    void replacesWhatAFolderSaysKeyByKey() throws IOException {
        Expectation expectation =
                expectation(read("time_limit_exceeded:\n  permitted: [AC, WA, TLE]\n", "time_limit_exceeded/a.py"));

        assertThat(expectation.requirements()).singleElement().satisfies(requirement -> {
            assertThat(requirement.permitted()).contains(Verdict.WRONG_ANSWER);
            assertThat(requirement.required()).containsExactly(Verdict.TIME_LIMIT_EXCEEDED);
        });
    }

    @Test
    void addsWhatAPatternSaysOfAllAndOfSomeTests() throws IOException {
        JurySubmission submission = read("""
                '{accepted,rejected}/*.py':
                  language: python3
                  entrypoint: a.py
                  authors: [name: Kim]
                  score: [10, 20.5]
                  message: overflow
                  use_for_time_limit: false
                  secret/*-hard:
                    permitted: [AC, TLE]
                    required: [TLE]
                    use_for_time_limit: lower
                """, "accepted/a.py");

        assertThat(submission.language()).isEqualTo("python3");
        assertThat(submission.entryPoint()).isEqualTo("a.py");
        assertThat(expectation(submission).requirements())
                .extracting(Requirement::tests, Requirement::message, Requirement::score, Requirement::lower)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "", null, true),
                        org.assertj.core.groups.Tuple.tuple(
                                null,
                                "overflow",
                                new Requirement.ScoreRange(BigDecimal.TEN, new BigDecimal("20.5")),
                                false),
                        org.assertj.core.groups.Tuple.tuple("secret/*-hard", "", null, true));
        assertThat(expectation(submission).requirements().getLast().permitted()).isEqualTo(Set.of(Verdict.ACCEPTED));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false",
        "False, false, false",
        "FALSE, false, false",
        "True, true, false",
        "TRUE, true, false",
        "lower, true, false",
        "upper, false, true"
    })
    void boundsTheTimeLimitByWhatIsUsed(String use, boolean lower, boolean upper) throws IOException {
        ProblemPackage problem = problem("accepted: {use_for_time_limit: " + use + "}\n");
        Expectation expectation = expectation(problem.jurySubmissions().getFirst());

        assertThat(expectation.boundsFromBelow()).isEqualTo(lower);
        assertThat(expectation.boundsFromAbove()).isEqualTo(upper);
        assertThat(problem.warnings()).extracting(Finding::line).containsOnlyNulls();
    }

    @Test
    void warnsOfWhatItDoesNotKnow() throws IOException {
        assertThat(problem("accepted/b.py:\n  permitted: [OK]\n  colour: red\n").warnings())
                .extracting(Finding::toString)
                .contains(
                        "submissions/submissions.yaml:2: no solution is matched by accepted/b.py",
                        "submissions/submissions.yaml:2: accepted/b.py.permitted OK is none of AC, WA, TLE and RTE, and is ignored",
                        "submissions/submissions.yaml:3: the key accepted/b.py.colour is not known and is ignored");
        assertThat(problem("accepted: {use_for_time_limit: often}\n").warnings())
                .extracting(Finding::toString)
                .contains("submissions/submissions.yaml:1: accepted.use_for_time_limit"
                        + " has to be true, false, lower or upper, and is ignored");
    }

    @Test
    void warnsOfDemandsOnTestsThatAreNotThere() throws IOException {
        String yaml =
                "accepted:\n  secret: {required: [AC]}\n  '{sample,secret}/*': {}\n  secret/gruop:\n    permitted: [AC]\n";

        assertThat(problem(yaml).warnings())
                .filteredOn(warning -> "submissions/submissions.yaml".equals(warning.file()))
                .extracting(Finding::toString)
                .containsExactly(
                        "submissions/submissions.yaml:5: accepted.secret/gruop is no test and no group of tests");
    }

    @ParameterizedTest
    @CsvSource({
        "'accepted/*: {required: [TLE]}', accepted/a.py",
        "'accepted: {use_for_time_limit: upper}', accepted/a.py",
        "'wrong_answer/a.py: {secret: {permitted: [TLE]}}', wrong_answer/a.py"
    })
    void warnsOfDemandsThatCannotBeMet(String yaml, String solution) throws IOException {
        assertThat(problem(yaml + "\n").warnings())
                .extracting(Finding::toString)
                .contains("submissions/submissions.yaml: what is demanded of " + solution
                        + " cannot be met: no verdict is permitted and required");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'others: {permitted: [AC]}', false", "'others/*: {required: [WA]}', false"})
    void warnsOfFoldersOfWhichNothingIsSaid(String yaml, boolean warns) throws IOException {
        assertThat(problem(yaml).warnings().stream().map(Finding::file).anyMatch("submissions/others"::equals))
                .isEqualTo(warns);
    }

    private static Expectation expectation(JurySubmission submission) {
        return requireNonNull(submission.expectation());
    }

    private JurySubmission read(String yaml, String path) throws IOException {
        return problem(yaml).jurySubmissions().stream()
                .filter(submission -> path.equals(submission.folder() + "/" + submission.name()))
                .findFirst()
                .orElseThrow();
    }

    private ProblemPackage problem(String yaml) throws IOException {
        PackageBuilder files = aPackage()
                .with("problem.yaml", "problem_format_version: 2025-09\nname: Sum\nlimits: {time_limit: 1}\n")
                .with("submissions/submissions.yaml", yaml.isEmpty() ? "{}\n" : yaml);
        for (String folder : new String[] {
            "accepted", "rejected", "wrong_answer", "time_limit_exceeded", "run_time_error", "brute_force", "others"
        }) {
            files.with("submissions/" + folder + "/a.py", "print(3)\n");
        }
        Path source = files.directory(Files.createTempDirectory(directory, "package"));
        Path scratch = Files.createTempDirectory(directory, "scratch");
        return ((PackageResult.Read) PackageReader.read(source, "sum.zip", scratch)).problem();
    }
}

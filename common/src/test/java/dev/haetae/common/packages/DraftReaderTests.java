package dev.haetae.common.packages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.GraderGroup;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages in the draft of 2025-09, as tools wrote them over the years. */
class DraftReaderTests {

    private static final String VALIDATOR = "import sys\nsys.exit(42)\n";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"2023-07-draft", "2023-07"})
    void readsTheSmallestPackageWithoutAWarning(String version) throws IOException {
        ProblemPackage problem = read(aDraft("problem_format_version: " + version + "\nname: {en: Sum}\n"));

        assertThat(problem.format()).isEqualTo(PackageFormat.ICPC_2023_07_DRAFT);
        assertThat(problem.title()).isEqualTo("Sum");
        assertThat(problem.warnings()).isEmpty();
        assertThat(problem.scoring()).isEqualTo(new Scoring.PassFail());
    }

    @ParameterizedTest
    @CsvSource({
        "output_validator/check/check.py, output_validator/check",
        "output_validator/check.py, output_validator/check.py",
        "output_validators/check/check.py, output_validator/check",
        "output_validators/check.py, output_validator/check.py"
    })
    void findsTheValidatorInEitherFolder(String path, String name) throws IOException {
        ProblemPackage problem = read(aDraft("type: interactive\n").with(path, VALIDATOR));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name)
                .containsExactly(name);
        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsOnly(new PackageChecker.Interactive(List.of()));
    }

    @Test
    void readsOlderWordsOfTheMetadata() throws IOException {
        ProblemPackage problem = read(aDraft("""
                        author: Kim
                        source: A contest
                        validation: custom interactive multi-pass
                        validator_flags: a b
                        limits: {time_limit: 1, validation_passes: 3, time_multiplier: 3, time_safety_margin: 2.5}
                        """).with("output_validators/check.py", VALIDATOR));

        assertThat(problem.origin().author()).isEqualTo("Kim");
        assertThat(problem.tests().getFirst().checker()).isEqualTo(new PackageChecker.Interactive(List.of("a", "b")));
        assertThat(problem.tests().getFirst().invocation().passes()).isEqualTo(3);
        assertThat(problem.margins().acToTimeLimit()).isEqualTo(3);
        assertThat(problem.margins().timeLimitToTle()).isEqualTo(2.5);
    }

    @Test
    void readsValidationThatIsAMap() throws IOException {
        ProblemPackage problem = read(aDraft("validation: {interactive: true, multipass: false}\n")
                .with("output_validator/check.py", VALIDATOR));

        assertThat(problem.tests().getFirst().checker()).isEqualTo(new PackageChecker.Interactive(List.of()));
        assertThat(problem.tests().getFirst().invocation().passes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "output_validator_flags: float_tolerance 1e-6",
                "output_validator_args: float_tolerance 1e-6",
                "output_validator_args: [float_tolerance, '1e-6']"
            })
    void inheritsTheFlagsOfTheFoldersAround(String flags) throws IOException {
        ProblemPackage problem = read(aDraft("")
                .with("data/testdata.yaml", flags + "\n")
                .with("data/secret/deep/er/2.in", "1\n")
                .with("data/secret/deep/er/2.ans", "1\n")
                .with("data/secret/deep/testdata.yaml", "output_validator_flags: case_sensitive\n"));

        PackageChecker tolerant =
                new PackageChecker.Default(new CheckerSpec.DefaultValidator(false, false, 1e-6, 1e-6));
        PackageChecker strict = new PackageChecker.Default(new CheckerSpec.DefaultValidator(true, false, null, null));
        assertThat(problem.tests()).extracting(PackageTest::checker).containsExactly(tolerant, tolerant, strict);
    }

    @Test
    void gradesAsLegacyDoes() throws IOException {
        ProblemPackage problem = read(aDraft("type: scoring\n")
                .with("data/testdata.yaml", "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n")
                .with("data/secret/testdata.yaml", "on_reject: break\naccept_score: 100\ngrader_flags: min\n"));

        assertThat(problem.scoring()).isInstanceOfSatisfying(Scoring.Graders.class, graders -> {
            assertThat(graders.groups()).extracting(GraderGroup::name).containsExactly("", "secret");
            assertThat(graders.groups()).extracting(GraderGroup::breaks).containsExactly(false, true);
        });
    }

    @Test
    void readsTestsOfItsLastStatesAs2025WithGroupsThatInherit() throws IOException {
        ProblemPackage problem = read(aDraft("")
                .with("data/test_group.yaml", "args: [all]\n")
                .with("data/secret/test_group.yaml", "output_validator_args: [case_sensitive]\n")
                .with("data/secret/group/2.in", "1\n")
                .with("data/secret/group/2.ans", "1\n")
                .without("data/secret/1.in")
                .without("data/secret/1.ans"));

        PackageTest secret = problem.tests().getLast();
        assertThat(secret.invocation().arguments()).containsExactly("all");
        assertThat(secret.checker())
                .isEqualTo(new PackageChecker.Default(new CheckerSpec.DefaultValidator(true, false, null, null)));
    }

    @Test
    void takesOlderNamesOfWhatIsForValidatorsOnly() throws IOException {
        ProblemPackage problem = read(aDraft("")
                .with("input_validators/check.py", VALIDATOR)
                .with("data/testdata.yaml", "input_validator_flags: {check: --all}\n")
                .with("data/invalid_inputs/bad.in", "x\n"));

        InputValidators validators = problem.inputValidators();
        assertThat(validators.others())
                .extracting(InputValidators.OtherInput::name)
                .containsExactly("invalid_input/bad");
        assertThat(validators.arguments().get("secret/")).containsExactly(List.of("--all"));
        assertThat(validators.arguments().get("invalid_input/")).containsExactly(List.of("--all"));
    }

    @Test
    void demandsOfSolutionsWhatTheirFoldersSay() throws IOException {
        ProblemPackage problem = read(aDraft("").with("submissions/brute_force/slow.py", "while True: pass\n"));

        assertThat(problem.warnings()).isEmpty();
        assertThat(problem.jurySubmissions())
                .extracting(JurySubmission::folder)
                .containsExactly("accepted", "brute_force");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validation: default | output_validator/check.py | output_validator: problem.yaml says that validation is default, but there is an output validator",
                "validation: custom special | output_validator/check.py | problem.yaml:2: validation special is not supported",
                "validator_flags: a b | data/secret/test_group.yaml | problem.yaml:2: validator_flags cannot be given where tests have test_group.yaml or settings of their own",
                "type: interactive | data/x | output_validator: the problem is interactive, but there is no output validator"
            })
    void refusesWhatCouldChangeAVerdict(String metadata, String file, String reason) throws IOException {
        assertThat(aDraft(metadata + "\n").with(file, "{}\n").reasons(temporary))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "validation: default, output_validators/check.py, output_validators",
        "type: interactive, output_validators/check.unknown, output_validators/check.unknown",
        "name: Sum, input_format_validators/check.ctd, input_format_validators/check.ctd"
    })
    void callsFilesAsTheyAreInThePackage(String metadata, String file, String named) throws IOException {
        PackageResult result = PackageReader.read(
                aDraft(metadata + "\n").with(file, "").directory(Files.createDirectory(temporary.resolve("package"))),
                "sum.zip",
                Files.createDirectory(temporary.resolve("scratch")));
        List<Finding> findings = switch (result) {
            case PackageResult.Read(var problem) -> problem.warnings();
            case PackageResult.Refused(var reasons) -> reasons;
        };

        assertThat(findings).extracting(Finding::file).contains(named);
    }

    @Test
    void warnsOnceOfAnOlderFolderBesideTheNewOne() throws IOException {
        ProblemPackage problem = read(aDraft("")
                .with("statement/problem.en.md", "Add.\n")
                .with("problem_statement/problem.en.md", "Add.\n")
                .with("problem_statement/a.png", ""));

        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .contains("problem_statement: it is ignored, as there is statement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/testdata.yaml | scoring: {score: 10} | data/testdata.yaml:1: scoring is not supported in testdata.yaml, only what graders need is",
                "data/secret/test_group.yaml | static_validation: true | data/secret/test_group.yaml:1: static_validation_score needs a static validator"
            })
    void refusesScoresOfStatesInBetween(String file, String settings, String reason) throws IOException {
        assertThat(aDraft("").with(file, settings + "\n").reasons(temporary)).containsExactly(reason);
    }

    @Test
    void sharesWhatGroupsLeaveAmongThoseThatSayNothing() throws IOException {
        Scoring scoring = read(inGroups("scoring: {score: 90}", "scoring: {score: 30, aggregation: min}"))
                .scoring();

        assertThat(scoring).isInstanceOfSatisfying(Scoring.Groups.class, groups -> {
            assertThat(groups.groups()).allMatch(group -> new BigDecimal(30).compareTo(group.maxScore()) == 0);
            assertThat(groups.groups())
                    .extracting(ScoreGroup::aggregation)
                    .containsExactly(Aggregation.MIN, Aggregation.PASS_FAIL, Aggregation.PASS_FAIL);
        });
    }

    @Test
    void roundsSharesDownWhereNobodySeesIt() throws IOException {
        Scoring scoring = read(inGroups("scoring: {score: 100}", "{}")).scoring();

        assertThat(scoring).isInstanceOfSatisfying(Scoring.Groups.class, groups -> {
            BigDecimal sum = groups.groups().stream()
                    .map(group -> requireNonNull(group.maxScore()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isLessThan(new BigDecimal(100));
            assertThat(sum.setScale(9, RoundingMode.HALF_UP)).isEqualByComparingTo(new BigDecimal(100));
        });
    }

    @Test
    void refusesGroupsThatGiveMoreThanThereIs() throws IOException {
        assertThat(inGroups("scoring: {score: 20}", "scoring: {score: 30}").reasons(temporary))
                .containsExactly("data/secret: its groups give more than it has, by 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"static_validation: true", "static_validation: {args: --most 40}"})
    void validatesFilesWithoutAScore(String setting) throws IOException {
        ProblemPackage problem = read(aDraft("")
                .with("static_validator/check.py", VALIDATOR)
                .with("data/secret/test_group.yaml", setting + "\n"));

        assertThat(problem.tests())
                .extracting(PackageTest::name)
                .containsExactly("sample/1", "secret/1", "secret/static_validation");
    }

    private static PackageBuilder inGroups(String secret, String first) {
        PackageBuilder builder = aDraft("type: scoring\n")
                .without("data/secret/1.in")
                .without("data/secret/1.ans")
                .with("data/secret/test_group.yaml", secret + "\n")
                .with("data/secret/a/test_group.yaml", first + "\n");
        for (String group : List.of("a", "b", "c")) {
            builder.with("data/secret/" + group + "/1.in", "1 1\n").with("data/secret/" + group + "/1.ans", "2\n");
        }
        return builder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "output_validator_flags: case_sensitive",
                "output_validator_args: case_sensitive",
                "output_validator_args: [case_sensitive]"
            })
    void readsOldSettingsOfGroupsBesideThoseOfTests(String flags) throws IOException {
        ProblemPackage problem =
                read(aDraft("").with("data/testdata.yaml", flags + "\n").with("data/secret/1.yaml", "args: [x]\n"));

        PackageTest secret = problem.tests().getLast();
        assertThat(secret.checker())
                .isEqualTo(new PackageChecker.Default(new CheckerSpec.DefaultValidator(true, false, null, null)));
        assertThat(secret.invocation().arguments()).containsExactly("x");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void refusesGradersBesideSettingsOfTests() throws IOException {
        assertThat(aDraft("type: scoring\n")
                        .with("data/secret/testdata.yaml", "on_reject: continue\n")
                        .with("data/secret/1.yaml", "args: [x]\n")
                        .reasons(temporary))
                .containsExactly(
                        "data/secret/testdata.yaml:1: on_reject cannot be honoured where tests have settings or files of their own");
    }

    @Test
    void refusesSettingsOfBothKinds() throws IOException {
        assertThat(aDraft("")
                        .with("data/testdata.yaml", "output_validator_flags: case_sensitive\n")
                        .with("data/secret/test_group.yaml", "args: [x]\n")
                        .reasons(temporary))
                .containsExactly("data/testdata.yaml: cannot be read beside test_group.yaml");
    }

    @Test
    void readsSettingsThatAreCommentsOnly() throws IOException {
        assertThat(read(aDraft("").with("data/secret/testdata.yaml", "# the defaults\n"))
                        .warnings())
                .isEmpty();
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }

    private static PackageBuilder aDraft(String metadata) {
        String version = metadata.startsWith("problem_format_version") ? "" : "problem_format_version: 2023-07-draft\n";
        String limits = metadata.contains("limits:") ? "" : "limits: {time_limit: 1}\n";
        String name = metadata.contains("name:") ? "" : "name: Sum\n";
        return PackageBuilder.aPackage().with("problem.yaml", version + metadata + name + limits);
    }
}

package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.a2025Package;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Limits;
import dev.haetae.common.ValidationLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages in the format 2025-09. */
class Icpc2025ReaderTests {

    private static final String METADATA = """
            problem_format_version: 2025-09
            uuid: 2c3a
            name: Sum
            limits: {time_limit: 1}
            """;

    @TempDir
    Path temporary;

    @Test
    void readsTheSmallestPackageWithoutAWarning() throws IOException {
        ProblemPackage problem = read(aPackage());

        assertThat(problem.format()).isEqualTo(PackageFormat.ICPC_2025_09);
        assertThat(problem.title()).isEqualTo("Sum");
        assertThat(problem.warnings()).isEmpty();
        assertThat(problem.tests()).extracting(PackageTest::name).containsExactly("sample/1", "secret/1");
        assertThat(problem.tests()).extracting(PackageTest::checker).containsOnly(PackageChecker.Default.WITHOUT_FLAGS);
    }

    @Test
    void givesStatementsTheTitlesOfTheirLanguages() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA.replace("name: Sum", "name: {en: Sum, ko: 합}"))
                .with("statement/problem.ko.md", "더하라."));

        assertThat(problem.statements())
                .extracting(statement -> statement.language() + " " + statement.title())
                .containsExactly("en Sum", "ko 합");
    }

    @Test
    void readsMetadata() throws IOException {
        ProblemPackage problem = read(a2025Package("""
                problem_format_version: 2025-09
                uuid: 2c3a
                version: "1.3"
                type: [pass-fail]
                name: {ko: 합, en: Sum}
                credits: {authors: [Kim, {name: Lee, email: lee@example.org}], testers: Park, tasters: Choi}
                source: {name: A contest, url: https://example.org}
                license: cc by
                keywords: [sums, two words]
                languages: [cpp, python3, cobol]
                limits: {time_limit: 0.5, time_multipliers: {ac_to_time_limit: 3}, memory: 64, validation_time: 7}
                """));

        assertThat(problem.title()).isEqualTo("Sum");
        assertThat(problem.origin())
                .isEqualTo(new Origin("2c3a", "Kim, Lee", "A contest", "https://example.org", "cc by", null));
        assertThat(problem.keywords()).containsExactly("sums", "two words");
        assertThat(problem.languages()).containsExactly("cpp", "python3");
        assertThat(problem.limits().timeMillis()).isEqualTo(500);
        assertThat(problem.limits().memoryBytes()).isEqualTo(64 << 20);
        assertThat(problem.limits().outputBytes()).isEqualTo(Limits.DEFAULT.outputBytes());
        assertThat(problem.outputValidators().limits()).isEqualTo(new ValidationLimits(7_000, 2_048L << 20, 8L << 20));
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "problem.yaml:6: the key credits.tasters is not known and is ignored",
                        "problem.yaml:10: there is no language cobol here");
    }

    @Test
    void givesATestTheArgumentsOfItsGroupUnlessItHasItsOwn() throws IOException {
        ProblemPackage problem = read(aPackage()
                .without("data/secret/1.in")
                .without("data/secret/1.ans")
                .with("data/secret/test_group.yaml", "output_validator_args: [space_change_sensitive]\n")
                .with("data/secret/a/test_group.yaml", "output_validator_args: [float_tolerance, '1e-6']\n")
                .with("data/secret/a/1.in", "")
                .with("data/secret/a/1.ans", "")
                .with("data/secret/a/deep/2.in", "")
                .with("data/secret/a/deep/2.ans", "")
                .with("data/secret/a/deep/2.yaml", "output_validator_args: [case_sensitive]\nhint: letters\n")
                .with("data/secret/b/3.in", "")
                .with("data/secret/b/3.ans", ""));

        assertThat(problem.tests()).extracting(PackageTest::hint).containsExactly(null, null, "letters", null);
        assertThat(problem.tests())
                .extracting(PackageTest::group)
                .containsExactly("sample", "secret/a", "secret/a", "secret/b");
        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsExactly(
                        PackageChecker.Default.WITHOUT_FLAGS,
                        new PackageChecker.Default(new CheckerSpec.DefaultValidator(false, false, 1e-6, 1e-6)),
                        new PackageChecker.Default(new CheckerSpec.DefaultValidator(true, false, null, null)),
                        PackageChecker.Default.WITHOUT_FLAGS);
        assertThat(problem.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "validate.py, '', output_validator/validate.py",
        "check/validate.cpp, check/util.h, output_validator/check",
        "validate.cpp, util.h, output_validator"
    })
    void takesItsOnlyOutputValidator(String path, String other, String name) throws IOException {
        PackageBuilder builder = aPackage()
                .with("output_validator/" + path, "source")
                .with("data/secret/test_group.yaml", "output_validator_args: [two words, '3']\n");
        ProblemPackage problem = read(other.isEmpty() ? builder : builder.with("output_validator/" + other, ""));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name)
                .containsExactly(name);
        assertThat(problem.tests().getLast().checker()).isEqualTo(new PackageChecker.Custom(List.of("two words", "3")));
    }

    @Test
    void readsInteractiveProblems() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA + "type: [pass-fail, interactive]\n")
                .with("output_validator/talk.cpp", "source")
                .with("data/sample/1.interaction", "<1\n>2\n")
                .with("data/sample/2.interaction", "<3\n>4\n"));

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsOnly(new PackageChecker.Interactive(List.of()));
        assertThat(problem.tests().getFirst().shown().interaction()).isNotNull();
        assertThat(problem.interactions()).containsOnlyKeys("sample/2");
    }

    @ParameterizedTest
    @CsvSource({"multi-pass, 5, 5", "multi-pass, , 2", "'[interactive, multi-pass]', 3, 3", "pass-fail, 5, 1"})
    void readsHowOftenAProgramMayBeRun(String type, @Nullable Integer passes, int expected) throws IOException {
        String limits = passes == null ? "" : "limits: {time_limit: 1, validation_passes: " + passes + "}\n";
        String metadata = METADATA.replace("limits: {time_limit: 1}\n", limits) + "type: " + type + "\n";

        ProblemPackage problem = read(a2025Package(metadata).with("output_validator/night.cpp", "source"));

        assertThat(problem.tests())
                .extracting(test -> test.invocation().passes())
                .containsOnly(expected);
    }

    @Test
    void readsProblemsThatTakeAnswersWithSolutionsInNoLanguage() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA + "type: submit-answer\n")
                .without("submissions/accepted/sum.py")
                .with("submissions/accepted/all/secret/1.out", "4\n")
                .with("submissions/accepted/all/sample/1.out", "3\n"));

        assertThat(problem.tests())
                .extracting(test -> test.invocation().passes())
                .containsOnly(0);
        assertThat(problem.jurySubmissions().getFirst().files()).hasSize(2);
        assertThat(problem.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'has to be a whole number, at least 2'",
        "2.5, 'has to be a whole number, at least 2'",
        "1001, 'cannot be honoured: at most 1000 is possible'"
    })
    void refusesPassesThatCannotBe(String passes, String reason) throws IOException {
        String metadata = METADATA.replace("time_limit: 1", "time_limit: 1, validation_passes: " + passes);

        assertThat(reasons(a2025Package(metadata + "type: multi-pass\n").with("output_validator/night.cpp", "source")))
                .containsExactly("problem.yaml:4: limits.validation_passes " + reason);
    }

    @Test
    void givesATestTheArgumentsAndFilesOfItsProgram() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA + "allow_file_writing: true\n")
                .with("data/secret/test_group.yaml", "args: [--group]\n")
                .with("data/secret/2.in", "")
                .with("data/secret/2.ans", "")
                .with("data/secret/2.yaml", "args: [a b, '3']\n")
                .with("data/secret/2.files/table.txt", "x")
                .with("data/secret/2.files/deep/1.in", "x")
                .with("data/secret/2.files/test_group.yaml", "args: [--file]\n")
                .with("data/secret/3.files/table.txt", "x"));

        assertThat(problem.tests())
                .extracting(test -> test.invocation().arguments())
                .containsExactly(List.of(), List.of("--group"), List.of("a b", "3"));
        assertThat(problem.tests())
                .extracting(test -> test.invocation().files().keySet())
                .containsExactly(Set.of(), Set.of(), Set.of("table.txt", "deep/1.in", "test_group.yaml"));
        assertThat(problem.tests())
                .extracting(test -> test.invocation().writesFiles())
                .containsOnly(true);
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly("data/secret/3.files/table.txt: the file belongs to no test and is ignored");
    }

    @Test
    void showsTheOutputThatASampleWantsShown() throws IOException {
        PackageTest sample =
                read(aPackage().with("data/sample/1.out", "3.0\n")).tests().getFirst();

        assertThat(sample.shown().answer()).isNotNull();
        assertThat(sample.answer().path()).isEqualTo("data/sample/1.ans");
    }

    @Test
    void readsAsIfFilesWithOtherNamesWereNotThere() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("data/secret/.hidden.in", "")
                .with("data/secret/with space.in", "")
                .with("data/secret/with space.ans", ""));

        assertThat(problem.tests()).hasSize(2);
        assertThat(problem.warnings())
                .extracting(Finding::file)
                .containsExactly("data/secret/with space.ans", "data/secret/with space.in");
    }

    @Test
    void warnsOfWhatIsNotUsedYet() throws IOException {
        ProblemPackage problem =
                read(aPackage().with("data/invalid_output/1.in", "").with("data/secret/2.ans", ""));

        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "data/secret/2.ans: the file belongs to no test and is ignored",
                        "data/invalid_output/1.in: no output validator is checked with it: it needs .ans and .out beside it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type: [pass-fail, scoring] | type cannot be both pass-fail and scoring",
                "type: [submit-answer, multi-pass] | type submit-answer does not go with multi-pass",
                "type: [submit-answer, interactive] | type submit-answer does not go with interactive",
                "allow_file_writing: maybe | allow_file_writing has to be true or false, not maybe",
                "constants: {n-1: 5} | constants.n-1 is not the name of a constant: letters, digits and underscores",
                "embargo_until: soon | embargo_until has to be a date such as 2026-01-31 or 2026-01-31T12:00:00Z, not soon",
                "languages: [cobol] | languages has no language that is known here",
                "keywords: {a: b} | keywords has to be a text, not a map"
            })
    void refusesMetadata(String yaml, String reason) throws IOException {
        assertThat(reasons(a2025Package(METADATA + yaml + "\n"))).containsExactly("problem.yaml:5: " + reason);
    }

    @Test
    void putsTheFormsOfAConstantInTheirPlaces() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA + "constants: {most: {value: 10.0, german: \"10,0\"}}\n")
                .with("statement/problem.en.md", "At most {{most}}, {{most.german}}, {{most.other}}.\n"));

        assertThat(problem.statements())
                .extracting(Statement::text)
                .containsExactly("At most 10.0, 10,0, {{most.other}}.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data/secret/1.yaml | args: a | data/secret/1.yaml:1: args has to be a list of texts",
                "data/secret/1.yaml | args: [\"a\\0\"] | data/secret/1.yaml:1: args are at most 16384 bytes, without NUL",
                "data/secret/1.yaml | output_validator_args: text | data/secret/1.yaml:1: output_validator_args has to be a list of texts",
                "data/secret/1.yaml | output_validator_args: [fuzzy] | data/secret/1.yaml:1: the default validator has no flag fuzzy",
                "data/secret/test_group.yaml | static_validation_score: pass-fail | data/secret/test_group.yaml:1: static_validation_score needs a static validator",
                "data/secret/a/b/test_group.yaml | max_score: 5 | data/secret/a/b/test_group.yaml: groups of tests cannot have groups in them",
                "data/secret/2.in | x | data/secret/2.in: the test has no answer: 2.ans is missing",
                "output_validator/check.zig | x | output_validator/check.zig: the program is in no language that can be judged"
            })
    void refusesWhatWouldChangeAVerdict(String path, String content, String reason) throws IOException {
        assertThat(reasons(aPackage().with(path, content))).containsExactly(reason);
    }

    @Test
    void refusesAFileThatItsConstantsMakeTooLarge() throws IOException {
        PackageBuilder builder = a2025Package(METADATA + "constants: {long: " + "x".repeat(100_000) + "}\n")
                .with("include/python3/long.py", "{{long}}".repeat(1_000));

        assertThat(reasons(builder))
                .containsExactly("include/python3/long.py: with its constants the file is larger than 16777216 bytes");
    }

    @Test
    void putsConstantsInTheirPlacesButNotInTestData() throws IOException {
        ProblemPackage problem = read(a2025Package(METADATA + "constants: {most: 1e5, word: \"$1 \\u20ac\"}\n")
                .with("statement/problem.en.md", "At most {{most}}, {{word}} and {{other}}. {{nextsample}}\n")
                .with("statement/problem.ko.tex", "\\constant{most} and {{most}}")
                .with("include/python3/limits.py", "MOST = {{most}}\n")
                .with("input_validators/v.py", "MOST = {{most}}\n")
                .with("submissions/accepted/c.py", "MOST = {{most}}\n")
                .with("data/secret/test_group.yaml", "input_validator_args: [\"{{most}}\"]\n")
                .with("data/secret/9.in", "{{most}}\n")
                .with("data/secret/9.ans", "{{most}}\n"));

        assertThat(problem.statements())
                .extracting(Statement::text)
                .containsExactly("At most 1e5, $1 \u20ac and {{other}}. {{nextsample}}\n", "1e5 and {{most}}");
        assertThat(content(requireNonNull(
                        requireNonNull(problem.included().get("python3")).get("limits.py"))))
                .isEqualTo("MOST = 1e5\n");
        assertThat(content(problem.inputValidators()
                        .programs()
                        .getFirst()
                        .files()
                        .values()
                        .iterator()
                        .next()))
                .isEqualTo("MOST = 1e5\n");
        assertThat(content(problem.jurySubmissions().getFirst().files().getFirst()))
                .isEqualTo("MOST = 1e5\n");
        assertThat(problem.inputValidators().arguments()).containsEntry("secret/", List.of(List.of("1e5")));
        assertThat(content(problem.tests().getLast().input())).isEqualTo("{{most}}\n");
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .contains("statement/problem.en.md: there is no constant other");
    }

    private static String content(PackageFile file) throws IOException {
        return Files.readString(file.content());
    }

    @ParameterizedTest
    @CsvSource({"2999-01-31, 2999-01-31T00:00:00Z", "2999-01-31T12:00:00Z, 2999-01-31T12:00:00Z"})
    void readsWhenTheEmbargoEnds(String text, Instant end) throws IOException {
        assertThat(read(a2025Package(METADATA + "embargo_until: " + text + "\n"))
                        .embargoUntil())
                .isEqualTo(end);
    }

    @Test
    void laysFilesOverSubmissionsTheLanguagesOwnBeforeTheDefaults() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("include/default/all.txt", "all")
                .with("include/default/main.py", "default")
                .with("include/python3/main.py", "own")
                .with("include/python3/lib/more.py", "more")
                .with("include/cobol/main.cob", ""));

        assertThat(problem.included().get("c")).containsOnlyKeys("all.txt", "main.py");
        assertThat(problem.included().get("python3")).containsOnlyKeys("all.txt", "lib/more.py", "main.py");
        assertThat(problem.included().get("python3"))
                .extractingByKey("main.py")
                .extracting(PackageFile::path)
                .isEqualTo("include/python3/main.py");
        assertThat(problem.warnings()).extracting(Finding::file).containsExactly("include/cobol/main.cob");
    }

    @Test
    void refusesMoreIncludedFilesThanCanTravelWithASubmission() throws IOException {
        assertThat(reasons(aPackage().with("include/c/large.h", new byte[(1 << 20) + 1])))
                .containsExactly("include/c: there are more than 100 files, or than 1048576 bytes");
    }

    @Test
    void refusesAnInteractiveProblemThatCannotTalk() throws IOException {
        assertThat(reasons(a2025Package(METADATA + "type: interactive\n")))
                .containsExactly("output_validator: the problem is interactive, but there is no output validator");
    }

    @Test
    void refusesAMultiPassProblemThatNobodyJudges() throws IOException {
        assertThat(reasons(a2025Package(METADATA + "type: multi-pass\n")))
                .containsExactly("output_validator: the problem is multi-pass, but there is no output validator");
    }

    @Test
    void refusesTwoOutputValidators() throws IOException {
        assertThat(reasons(aPackage().with("output_validator/a/a.py", "").with("output_validator/b/b.py", "")))
                .containsExactly("output_validator: there is more than one program");
    }

    private static PackageBuilder aPackage() {
        return a2025Package(METADATA);
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return builder.reasons(temporary);
    }
}

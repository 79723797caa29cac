package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Limits;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a package that can be imported. */
class PackageReaderTests {

    @TempDir
    Path temporary;

    @Test
    void readsTheSmallestPackageWithoutAWarning() throws IOException {
        ProblemPackage problem = read(aPackage());

        assertThat(problem.format()).isEqualTo(PackageFormat.ICPC_LEGACY);
        assertThat(problem.title()).isEqualTo("Sum");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void handsTestsOverAsFiles() throws IOException {
        PackageTest test = read(aPackage()).tests().getFirst();

        assertThat(test.name()).isEqualTo("sample/1");
        assertThat(test.group()).isEqualTo("sample");
        assertThat(content(test.input())).isEqualTo("1 2\n");
        assertThat(content(test.answer())).isEqualTo("3\n");
        assertThat(test.input().sizeBytes()).isEqualTo(4);
    }

    @Test
    void readsADirectoryAsItReadsAnArchive() throws IOException {
        Path directory = aPackage().directory(temporary.resolve("sum"));

        ProblemPackage problem = read(directory, "sum");

        assertThat(content(problem.tests().get(1).input())).isEqualTo("2 2\n");
        assertThat(problem.shortName()).isEqualTo("sum");
    }

    @Test
    void readsAPackageInOneTopFolder() throws IOException {
        ProblemPackage problem = read(aPackage().in("addition").with("__MACOSX/addition/._x", "litter"));

        assertThat(problem.shortName()).isEqualTo("addition");
        assertThat(problem.tests()).hasSize(2);
        assertThat(problem.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sum.zip, sum", "two-sums.kpp, two-sums", "'My problem (1).zip',", ".zip,"})
    void takesItsShortNameFromTheArchive(String archive, String shortName) throws IOException {
        Path zip = aPackage().zip(temporary.resolve("x.zip"));

        assertThat(read(zip, archive).shortName()).isEqualTo(shortName);
    }

    @Test
    void ordersTestsByteWiseSamplesFirst() throws IOException {
        PackageBuilder builder = aPackage();
        for (String name : List.of("b", "B", "10", "2", "a/1", "a-1", "é")) {
            builder.with("data/secret/" + name + ".in", "").with("data/secret/" + name + ".ans", "");
        }

        assertThat(read(builder).tests())
                .extracting(PackageTest::name)
                .containsExactly(
                        "sample/1",
                        "secret/1",
                        "secret/10",
                        "secret/2",
                        "secret/B",
                        "secret/a-1",
                        "secret/a/1",
                        "secret/b",
                        "secret/é");
    }

    @Test
    void readsLimits() throws IOException {
        String limits = """
                limits:
                  time_limit: 1.5
                  memory: 256
                  output: 0.5
                  code: 64
                  compilation_time: 10
                  compilation_memory: 1024
                  time_multiplier: 5
                """;

        assertThat(read(aPackage().with("problem.yaml", limits)).limits())
                .isEqualTo(new Limits(1_500, 256 << 20, 512 << 10, 64 << 10, 10_000, 1024 << 20));
    }

    @Test
    void readsOrigin() throws IOException {
        String yaml = """
                uuid: 123
                author: A and B
                source: "A: contest"
                source_url: https://example.org
                license: cc by-sa
                rights_owner: ~
                """;

        assertThat(read(aPackage().with("problem.yaml", yaml)).origin())
                .isEqualTo(new Origin("123", "A and B", "A: contest", "https://example.org", "cc by-sa", null));
    }

    @Test
    void prefersTheTimeLimitOfTheMetadata() throws IOException {
        ProblemPackage problem =
                read(aPackage().with("domjudge-problem.ini", "timelimit=2").with(".timelimit", "3\n"));

        assertThat(problem.limits().timeMillis()).isEqualTo(1_000);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.PACKAGE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"timelimit = 2, 2000", "timelimit='2.5', 2500", "timelimit=0.0001 ; tiny, 1"})
    void prefersDomjudgesTimeLimitToThatOfTheFile(String ini, long millis) throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("problem.yaml", "name: x\n")
                .with("domjudge-problem.ini", "[problem]\n; comment\ncolor = red\n" + ini + "\n")
                .with(".timelimit", "3\n"));

        assertThat(problem.limits().timeMillis()).isEqualTo(millis);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.PACKAGE);
    }

    @Test
    void readsTheTimeLimitFile() throws IOException {
        ProblemPackage problem = read(aPackage().with("problem.yaml", "").with(".timelimit", " 3 \n"));

        assertThat(problem.limits().timeMillis()).isEqualTo(3_000);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.TIMELIMIT_FILE);
    }

    @Test
    void derivesATimeLimitThatIsNotStated() throws IOException {
        ProblemPackage problem = read(aPackage().with("problem.yaml", "name: x\nlimits:\n  time_multiplier: 3\n"));

        assertThat(problem.limits().timeMillis()).isEqualTo(TimeMargins.GENEROUS_MILLIS);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.DERIVED);
        assertThat(problem.margins()).isEqualTo(new TimeMargins(3, 2, 1_000, false));
        assertThat(warnings(problem)).isEmpty();
    }

    @Test
    void warnsWhenThereIsNothingToDeriveATimeLimitFrom() throws IOException {
        ProblemPackage problem =
                read(aPackage().with("problem.yaml", "name: x\n").without("submissions/accepted/sum.py"));

        assertThat(problem.limits().timeMillis()).isEqualTo(2_000);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.DERIVED);
        assertThat(warnings(problem))
                .contains("the package states no time limit and has no solution to derive it from: it is 2000 ms");
    }

    @Test
    void readsValidatorFlags() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with(
                        "problem.yaml",
                        "limits: {time_limit: 1}\nvalidator_flags: float_tolerance 1e-6 case_sensitive\n"));

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsOnly(defaultValidator(true, false, 1e-6, 1e-6));
    }

    @Test
    void addsTheFlagsOfTheNearestGroup() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("problem.yaml", "limits: {time_limit: 1}\nvalidator_flags: case_sensitive\n")
                .with("data/secret/testdata.yaml", "on_reject: break\noutput_validator_flags: float_tolerance 0.5\n")
                .with("data/secret/a/b/2.in", "")
                .with("data/secret/a/b/2.ans", "")
                .with("data/secret/c/testdata.yaml", "output_validator_flags: space_change_sensitive\n")
                .with("data/secret/c/3.in", "")
                .with("data/secret/c/3.ans", ""));

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsExactly(
                        defaultValidator(true, false, null, null),
                        defaultValidator(true, false, 0.5, 0.5),
                        defaultValidator(true, false, 0.5, 0.5),
                        defaultValidator(true, true, null, null));
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void readsStatementsOfSeveralLanguagesAndMarkups() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("problem_statement/problem.ko.tex", "\\problemname{합}\nText")
                .with("problem_statement/problem.de.md", "# Summe\n")
                .with("problem_statement/problem.pdf", new byte[] {'%', 'P', 'D', 'F'})
                .with("problem_statement/figure.png", "image"));

        assertThat(problem.statements())
                .extracting(statement -> statement.language() + " " + statement.markup())
                .containsExactly("en MARKDOWN", "en PDF", "de MARKDOWN", "ko TEX");
        assertThat(problem.statements().getFirst().text()).isEqualTo("# Sum\n\nAdd.\n");
        assertThat(problem.statementFiles())
                .extracting(PackageFile::path)
                .containsExactly("problem_statement/figure.png");
    }

    @Test
    void warnsOfMacrosInStatements() throws IOException {
        String tex = "\\newcommand{\\maxn}{100}\n\\newcommand{\\range}[1]{1 to #1}\n\\range{\\maxn}";

        assertThat(warnings(read(aPackage().with("problem_statement/problem.ko.tex", tex))))
                .containsExactly(
                        "problem_statement/problem.ko.tex:2: the macro \\range is not expanded when the statement is shown");
    }

    @Test
    void takesAPdfInTheRootForAStatement() throws IOException {
        ProblemPackage problem =
                read(aPackage().without("problem_statement/problem.en.md").with("problem-print.pdf", "%PDF"));

        assertThat(problem.statements()).extracting(Statement::markup).containsExactly(Statement.Markup.PDF);
        assertThat(problem.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "problem.en.md, '# A *nice* one #', A *nice* one",
        "problem.tex, '\\problemname{Plain}', Plain",
        "problem.en.tex, '\\problemname{$x^2$}\n%% plainproblemname: x squared', x squared",
        "problem.en.md, no heading, x"
    })
    void takesItsTitleFromTheStatementWhenItHasNoName(String file, String text, String title) throws IOException {
        ProblemPackage problem = read(aPackage()
                .without("problem_statement/problem.en.md")
                .with("problem.yaml", "limits: {time_limit: 1}")
                .with("problem_statement/" + file, text));

        assertThat(problem.title()).isEqualTo(title);
    }

    @Test
    @Timeout(20)
    void readsLongLinesOfStatements() throws IOException {
        String blanks = " ".repeat(400_000);
        ProblemPackage problem = read(aPackage()
                .with("problem_statement/problem.en.md", "# Sum" + blanks + "x" + blanks + "#")
                .with("problem_statement/problem.ko.tex", "%%plainproblemname: a" + blanks + "b\\def" + blanks + "x"));

        assertThat(warnings(problem)).isEmpty();
    }

    @Test
    void showsReplacementsOfSamples() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("data/sample/1.in.statement", "one and two")
                .with("data/sample/1.ans.statement", "three")
                .with("data/sample/1.interaction", "<1 2\n>3\n"));

        PackageTest.Shown shown = problem.tests().getFirst().shown();

        assertThat(content(shown.input())).isEqualTo("one and two");
        assertThat(content(shown.answer())).isEqualTo("three");
        assertThat(content(shown.interaction())).isEqualTo("<1 2\n>3\n");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void showsInteractionsThatBelongToNoTest() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("data/sample/1.interaction", "<1 2\n>3\n")
                .with("data/sample/2.interaction", "<5 6\n>11\n"));

        assertThat(problem.interactions()).containsOnlyKeys("sample/2");
        assertThat(problem.tests()).extracting(PackageTest::name).doesNotContain("sample/2");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void warnsOfATimeLimitThatIsFinerThanWhatIsMeasured() throws IOException {
        assertThat(warnings(read(aPackage().with("problem.yaml", "limits: {time_limit: 1.00049}\n"))))
                .containsExactly(
                        "problem.yaml:1: the time limit is judged as 1001 ms: it is not measured more precisely");
    }

    @Test
    void takesArgumentsOfDomjudgesFile() throws IOException {
        ProblemPackage problem =
                read(aPackage().with("domjudge-problem.ini", "special_compare_args='float_tolerance 1E-6'\n"));

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsOnly(new PackageChecker.Default(new CheckerSpec.DefaultValidator(false, false, 1e-6, 1e-6)));
    }

    @ParameterizedTest
    @CsvSource({"python3, 'pypy3, python3'", "pypy3, pypy3"})
    void includesFilesOfPythonForPypyToo(String folder, String languages) throws IOException {
        ProblemPackage problem = read(aPackage().with("include/" + folder + "/grader.py", "x"));

        assertThat(String.join(", ", problem.included().keySet())).isEqualTo(languages);
    }

    @Test
    void takesHintsAndPassesOverOtherAnnotationsOfTests() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("data/secret/1.hint", "think\n")
                .with("data/secret/1.desc", "small")
                .with("data/secret/1.png", "image"));

        assertThat(problem.tests().getLast().hint()).isEqualTo("think");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void readsJurySubmissions() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("submissions/wrong_answer/sum.c", "int main(void) {}")
                .with("submissions/accepted/two/Main.java", "class Main {}")
                .with("submissions/accepted/two/pkg/Other.java", "class Other {}")
                .with("submissions/accepted/.gitkeep", ""));

        assertThat(problem.jurySubmissions())
                .extracting(submission -> submission.folder() + " " + submission.name() + " "
                        + submission.files().size())
                .containsExactly("accepted sum.py 1", "accepted two 2", "wrong_answer sum.c 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input_validators/v.ctd | input_validators/v.ctd: files of Checktestdata and VIVA are not run: the inputs are not checked by it",
                "output_validators/v.py | output_validators: the package's validation is default: its output validators are not used",
                "generators/g.py | generators: generators are not run: tests are taken as they are",
                "graders/g.py | graders: the package has no grading: its graders are not used",
                "README.md | README.md: this is not part of the format and is ignored",
                "solution/s.md | solution: this is not part of the format and is ignored",
                "data/secret/2.ans | data/secret/2.ans: the answer has no input: 2.in is missing; it is ignored",
                "data/secret/2.out | data/secret/2.out: the file belongs to no test and is ignored",
                "data/sample/2.in.statement | data/sample/2.in.statement: the file belongs to no test and is ignored",
                "data/1.in | data/1.in: the file belongs to no test and is ignored",
                "submissions/slow/s.c | submissions/slow: the folder's name says no verdict: its solutions expect nothing",
                "submissions/accepted/s.cobol | submissions/accepted/s.cobol: the file is in no language that can be judged",
                "submissions/s.c | submissions/s.c: the file is in no folder of submissions/ and is ignored"
            })
    void warnsOfWhatItIgnores(String path, String warning) throws IOException {
        assertThat(warnings(read(aPackage().with(path, "x")))).containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "data/secret/1.in, data/secret: there is no secret test",
        "submissions/accepted/sum.py, submissions: the package has no accepted solution",
        "problem_statement/problem.en.md, problem_statement: the package has no statement"
    })
    void warnsOfWhatIsMissing(String path, String warning) throws IOException {
        assertThat(warnings(read(aPackage().without(path)))).contains(warning);
    }

    @Test
    void warnsOfUnknownKeysWithTheirLines() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("problem.yaml", "limits:\n  time_limit: 1\n  energy: 3\ncolour: red\n")
                .with("domjudge-problem.ini", "color = red\nweather = fine\n")
                .with("data/testdata.yaml", "mood: good\n"));

        assertThat(warnings(problem))
                .containsExactly(
                        "domjudge-problem.ini:2: the key weather is not known and is ignored",
                        "problem.yaml:3: the key limits.energy is not known and is ignored",
                        "problem.yaml:4: the key colour is not known and is ignored",
                        "data/testdata.yaml:1: the key mood is not known and is ignored");
    }

    @Test
    void readsAStatementThatIsNotUtf8() throws IOException {
        ProblemPackage problem =
                read(aPackage().with("problem_statement/problem.en.md", new byte[] {'#', ' ', (byte) 0xE9, '\n'}));

        assertThat(problem.statements().getFirst().text()).isEqualTo("# \uFFFD\n");
        assertThat(warnings(problem))
                .containsExactly("problem_statement/problem.en.md: the file is not UTF-8: some characters are lost");
    }

    @Test
    void keepsTheNumberOfWarningsBearable() throws IOException {
        PackageBuilder builder = aPackage();
        for (int i = 0; i < 150; i++) {
            builder.with("data/secret/lone" + i + ".ans", "");
        }

        assertThat(read(builder).warnings()).hasSize(101).last().hasToString("there are 50 more warnings");
    }

    private static PackageChecker defaultValidator(
            boolean caseSensitive, boolean spaceChangeSensitive, @Nullable Double relative, @Nullable Double absolute) {
        return new PackageChecker.Default(
                new CheckerSpec.DefaultValidator(caseSensitive, spaceChangeSensitive, relative, absolute));
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return read(builder.zip(temporary.resolve("x.zip")), "x.zip");
    }

    private ProblemPackage read(Path source, String name) throws IOException {
        Path scratch = Files.createDirectory(temporary.resolve("scratch"));
        return switch (PackageReader.read(source, name, scratch)) {
            case PackageResult.Read(ProblemPackage problem) -> problem;
            case PackageResult.Refused(List<Finding> reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    private static List<String> warnings(ProblemPackage problem) {
        return problem.warnings().stream().map(Finding::toString).toList();
    }

    private static String content(@Nullable PackageFile file) throws IOException {
        try (InputStream in = Objects.requireNonNull(file).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.NamedFiles;
import dev.haetae.common.Protocol;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.packages.Statement.Markup;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full packages of Polygon. */
class PolygonReaderTests {

    private static final String XML = """
            <?xml version="1.0" encoding="utf-8" standalone="no"?>
            <problem revision="7" short-name="sum-of-two" url="https://polygon.example/p/sum">
              <names><name language="russian" value="Сумма"/><name language="english" value="Sum &amp; more"/></names>
              <statements>
                <statement charset="UTF-8" language="english" path="statements/english/problem.tex" type="application/x-tex"/>
                <statement charset="UTF-8" language="english" path="statements/.html/english/problem.html" type="text/html"/>
                <statement language="russian" path="statements/.pdf/russian/problem.pdf" type="application/pdf"/>
              </statements>
              <judging cpu-name="x" cpu-speed="1" input-file="" output-file="" run-count="1">
                <testset name="tests">
                  <time-limit>1500</time-limit>
                  <memory-limit>268435456</memory-limit>
                  <test-count>3</test-count>
                  <input-path-pattern>tests/%02d</input-path-pattern>
                  <answer-path-pattern>tests/%02d.a</answer-path-pattern>
                  <tests>
                    <test method="manual" sample="true"/>
                    <test cmd="gen 5" group="1" method="generated"/>
                    <test cmd="gen 6" method="generated"/>
                  </tests>
                </testset>
              </judging>
              <files><resources><file path="files/testlib.h" type="h.g++"/></resources></files>
              <assets>
                <checker name="std::ncmp.cpp" type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker>
                <solutions>
                  <solution tag="main"><source path="solutions/sum.cpp" type="cpp.g++17"/></solution>
                  <solution tag="wrong-answer"><source path="solutions/wrong.py" type="python.3"/></solution>
                  <solution tag="time-limit-exceeded-or-accepted"><source path="solutions/slow.cpp" type="cpp.g++17"/></solution>
                </solutions>
              </assets>
              <tags><tag value="math"/><tag value="*special"/></tags>
            </problem>
            """;

    @TempDir
    Path temporary;

    @Test
    void takesWhatTheDescriptionSays() throws IOException {
        ProblemPackage problem = read(full());

        assertThat(problem.format()).isEqualTo(PackageFormat.POLYGON);
        assertThat(problem.shortName()).isEqualTo("sum-of-two");
        assertThat(problem.title()).isEqualTo("Sum & more");
        assertThat(problem.keywords()).containsExactly("math", "*special");
        assertThat(problem.limits().timeMillis()).isEqualTo(1_500);
        assertThat(problem.limits().memoryBytes()).isEqualTo(256 << 20);
        assertThat(problem.timeLimitSource()).isEqualTo(TimeLimitSource.PACKAGE);
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void takesSamplesFirstAndKeepsPolygonsNumbers() throws IOException {
        assertThat(read(full()).tests())
                .extracting(PackageTest::name)
                .containsExactly("sample/01", "secret/03", "secret/1/02");
    }

    @Test
    void givesTestsTheirPoints() throws IOException {
        ProblemPackage problem = read(full("""
                <test method="manual" sample="true"/>
                        <test cmd="gen 5" group="1" method="generated"/>
                        <test cmd="gen 6" method="generated"/>""", """
                <test method="manual" points="2.5" sample="true"/>
                        <test method="generated" points="0.0"/>
                        <test method="generated" points="17.5"/>"""));

        assertThat(problem.tests())
                .extracting(PackageTest::name)
                .containsExactly("sample/01", "secret/01", "secret/02", "secret/03");
        assertThat(problem.scoring().maxScore()).isEqualByComparingTo("20");
        assertThat(((Scoring.Groups) problem.scoring()).groups()).isEmpty();
        assertThat(((Scoring.Groups) problem.scoring()).secret().points())
                .containsEntry("secret/01", new BigDecimal("2.5"))
                .containsEntry("secret/02", BigDecimal.ZERO);
    }

    @Test
    void givesGroupsTheirPointsInTheOrderOfTheirNumbers() throws IOException {
        ProblemPackage problem = read(inGroups("2"));

        Scoring.Groups scoring = (Scoring.Groups) problem.scoring();
        assertThat(problem.tests())
                .extracting(PackageTest::name)
                .containsExactly("sample/01", "secret/02/02", "secret/10/03");
        assertThat(scoring.maxScore()).isEqualByComparingTo("100");
        assertThat(scoring.groups()).extracting(ScoreGroup::name).containsExactly("secret/02", "secret/10");
        assertThat(scoring.groups())
                .extracting(ScoreGroup::aggregation)
                .containsExactly(Aggregation.SUM, Aggregation.PASS_FAIL);
        assertThat(scoring.groups().getLast().requirePass()).containsExactly("secret/02", "sample");
        assertThat(scoring.groups().getLast().maxScore()).isEqualByComparingTo("70");
    }

    @Test
    void refusesAGroupThatDependsOnALaterOne() throws IOException {
        assertThat(reasons(inGroups("10")))
                .singleElement()
                .asString()
                .endsWith("a group can only depend on one that is judged before it, by its name, not on 10");
    }

    private static PackageBuilder inGroups(String dependency) {
        return full("""
                <test method="manual" sample="true"/>
                        <test cmd="gen 5" group="1" method="generated"/>
                        <test cmd="gen 6" method="generated"/>
                      </tests>""", """
                <test group="0" method="manual" points="0.0" sample="true"/>
                        <test group="2" method="generated" points="30.0"/>
                        <test group="10" method="generated" points="70.0"/>
                      </tests>
                          <groups>
                            <group name="0" points="0.0" points-policy="complete-group"/>
                            <group name="2" points="30.0" points-policy="each-test"/>
                            <group name="10" points="70.0" points-policy="complete-group">
                              <dependencies><dependency group="%s"/><dependency group="0"/></dependencies>
                            </group>
                          </groups>""".formatted(dependency));
    }

    @Test
    void takesTheFilesThatProgramsUse() throws IOException {
        ProblemPackage problem =
                read(full("input-file=\"\" output-file=\"\"", "input-file=\"sum.in\" output-file=\"stdout\""));

        assertThat(problem.tests())
                .extracting(test -> test.invocation().named())
                .containsOnly(new NamedFiles("sum.in", null));
    }

    @Test
    void includesWhatIsCompiledWithSolutions() throws IOException {
        String grader = """
                <file for-types="cpp.*" path="files/grader.cpp" type="cpp.g++17">
                  <stages><stage name="COMPILE"/></stages><assets><asset name="SOLUTION"/></assets></file>""";
        String header = """
                <file for-type="python.3" location="lib/list.py" path="files/list.h" type="python.3">
                  <stages><stage name="compile"/></stages><assets><asset name="solution"/></assets></file>""";
        ProblemPackage problem = read(full("<resources>", "<resources>" + grader + header)
                .with("files/grader.cpp", "int main() {}")
                .with("files/list.h", ""));

        assertThat(problem.included()).containsOnlyKeys("cpp", "pypy3", "python3");
        assertThat(problem.included().get("cpp")).containsOnlyKeys("grader.cpp");
        assertThat(problem.included().get("pypy3")).containsOnlyKeys("lib/list.py");
    }

    @Test
    void takesTheCheckerWithItsHeaders() throws IOException {
        ProblemPackage problem =
                read(full().with("files/gen.cpp", "int main() {}").with("files/table.h", ""));

        assertThat(problem.tests()).allMatch(test -> test.checker().equals(new PackageChecker.Custom(List.of())));
        assertThat(problem.outputValidators().programs()).singleElement().satisfies(program -> {
            assertThat(program.name()).isEqualTo("files/check.cpp");
            assertThat(program.language()).isEqualTo("cpp");
            assertThat(program.protocol()).isEqualTo(Protocol.TESTLIB);
            assertThat(program.files()).containsOnlyKeys("check.cpp", "table.h", "testlib.h");
        });
    }

    @Test
    void takesPointsAsHundredthsWhereTheDescriptionSaysSo() throws IOException {
        ProblemPackage problem =
                read(full("run-count=\"1\"", "run-count=\"1\" treat-points-from-checker-as-percent=\"true\""));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::protocol)
                .containsExactly(Protocol.TESTLIB_HUNDREDTHS);
    }

    @Test
    void letsTheInteractorGoBeforeTheChecker() throws IOException {
        PackageBuilder builder = full("<checker", """
                <interactor><source path="files/talk.cpp" type="cpp.g++17"/></interactor><checker""").with("files/talk.cpp", "int main() {}");

        ProblemPackage problem = read(builder);

        assertThat(problem.tests()).allMatch(test -> test.checker().equals(new PackageChecker.Interactive(List.of())));
        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name)
                .containsExactly("files/talk.cpp", "files/check.cpp");
    }

    @Test
    void tellsTheValidatorOfATestsGroup() throws IOException {
        String validator = "<source path=\"files/validator.cpp\" type=\"cpp.g++17\"/>";
        PackageBuilder builder = full(
                        "<solutions>", "<validators><validator>" + validator + "</validator></validators><solutions>")
                .with("files/validator.cpp", "int main() {}");

        InputValidators validators = read(builder).inputValidators();

        assertThat(validators.programs()).extracting(PackageProgram::name).containsExactly("files/validator.cpp");
        assertThat(validators.arguments())
                .containsEntry("secret/1/02", List.of(List.of("--testset", "tests", "--group", "1")))
                .containsEntry("sample/01", List.of(List.of("--testset", "tests")));
    }

    @Test
    void leavesOutAValidatorThatItCannotRun() throws IOException {
        ProblemPackage problem = read(full(
                "<solutions>", "<validators><validator><source path=\"V.java\"/></validator></validators><solutions>"));

        assertThat(problem.inputValidators().programs()).isEmpty();
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly("problem.xml:26: the source of the validator is not in the package: V.java");
    }

    @Test
    void takesSolutionsByTheirTags() throws IOException {
        assertThat(read(full()).jurySubmissions())
                .extracting(solution -> solution.folder() + "/" + solution.name())
                .containsExactly(
                        "accepted/sum.cpp", "wrong_answer/wrong.py", "time_limit_exceeded_or_accepted/slow.cpp");
    }

    @Test
    void warnsOnceOfWhatTheDescriptionIsNotKnownToHave() throws IOException {
        ProblemPackage problem = read(full().with(
                        "problem.xml",
                        XML.replace("<test ", "<test weight=\"2\" ")
                                .replace(
                                        "</assets>",
                                        "<scorers><scorer name=\"a\"/></scorers></assets><tutorials/><stresses/>")
                                .replace("</testset>", "<wall-time-limit>9000</wall-time-limit></testset>")));

        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "problem.xml:17: the attribute weight of test is not known and is ignored",
                        "problem.xml:21: the element testset/wall-time-limit is not known and is ignored",
                        "problem.xml:31: the element assets/scorers is not known and is ignored");
    }

    @Test
    void warnsOfResultsThatNobodyKnows() throws IOException {
        String comment = "/* @EXPECTED_RESULTS@: CORRECT, CHECK-MANUALLY, */";

        assertThat(read(full().with("solutions/sum.cpp", comment)).warnings())
                .extracting(Finding::toString)
                .containsExactly("solutions/sum.cpp: the result CHECK-MANUALLY is not known and is ignored");
    }

    @Test
    void keepsSolutionsOfTheSameName() throws IOException {
        String others = """
                <solution tag="accepted"><source path="solutions/kim/sum.cpp" type="cpp.g++17"/></solution>
                <solution tag="accepted"><source path="solutions/lee/sum.cpp" type="cpp.g++17"/></solution>
                <solution tag="accepted"><source path="solutions/lee/sum.cpp" type="cpp.g++20"/></solution>
                <solution><source path="solutions/lee/sum.cpp" type="cpp.g++20"/></solution>
                <solution tag="wrong-answer">""";
        ProblemPackage problem = read(full("<solution tag=\"wrong-answer\">", others)
                .with("solutions/kim/sum.cpp", "int main() { return 0; }")
                .with("solutions/lee/sum.cpp", "int main(void) {}"));

        assertThat(problem.jurySubmissions())
                .extracting(solution ->
                        solution.name() + " " + solution.files().getFirst().path())
                .contains(
                        "sum.cpp submissions/accepted/sum.cpp",
                        "2-sum.cpp submissions/accepted/2-sum.cpp/sum.cpp",
                        "3-sum.cpp submissions/accepted/3-sum.cpp/sum.cpp",
                        "sum.cpp submissions/untagged/sum.cpp");
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "problem.xml:30: the solution is listed twice: solutions/lee/sum.cpp",
                        "submissions/untagged: the folder's name says no verdict: its solutions expect nothing");
    }

    @Test
    void takesStatementsWithTheirImages() throws IOException {
        ProblemPackage problem = read(full().with("statements/english/tutorial.tex", "the solution")
                .with("statements/english/cat.png", "image"));

        assertThat(problem.statements())
                .extracting(statement -> statement.language() + " " + statement.markup())
                .containsExactly("en " + Markup.TEX, "ru " + Markup.PDF);
        assertThat(problem.statementFiles()).extracting(PackageFile::path).containsExactly("statement/cat.png");
    }

    @Test
    void judgesTestsOfAWindowsPackageWithUnixLines() throws IOException {
        ProblemPackage problem = read(full().with("tests/01", "1 2\r\n3\r\n")
                .with("tests/02", "1\r\n2\n")
                .with("tests/03", "1\r2"));

        assertThat(problem.tests().get(0).input().content()).hasContent("1 2\n3\n");
        assertThat(problem.tests().get(2).input().sizeBytes()).isEqualTo(5);
        assertThat(Files.readString(problem.tests().get(1).input().content())).isEqualTo("1\r2");
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "tests: 1 files whose lines end in CR LF are judged with LF, as in a package for Linux");
    }

    @Test
    void refusesAPackageWithoutItsGeneratedTests() throws IOException {
        assertThat(reasons(full().without("tests/02.a")))
                .containsExactly(
                        "tests/02.a: the file of test 2 is not in the package: download Polygon's full package,"
                                + " which has the generated tests");
    }

    @Test
    void refusesACheckerWithoutItsLibrary() throws IOException {
        assertThat(reasons(full().without("files/testlib.h")))
                .containsExactly(
                        "files/check.cpp:2: testlib.h is not in the package: it has to lie beside, or in files/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input-file=\"\" | input-file=\"../in.txt\" | 9: input-file has to be a plain file name, not ../in.txt",
                "run-count=\"1\" | run-count=\"2\" | 9: run-count is not supported: a program is run once on a test",
                "<solutions> | <scorer/><solutions> | 26: a scorer is not supported: the score is made of the points of tests and groups",
                "group=\"1\" | group=\"1\" points=\"many\" | 18: points are a number from 0 to 1000000, not many",
                "<time-limit>1500 | <time-limit>fast | 11: time-limit is not a number: fast",
                "<memory-limit>268435456 | <memory-limit>0 | 12: memory-limit has to be from 1 to 68719476736, not 0",
                "<test-count>3 | <test-count>4 | 10: test-count is not the number of tests, 3",
                "tests/%02d< | tests/%s< | 14: input-path-pattern has to be a path with one number, such as tests/%02d",
                "testset name=\"tests\" | testset name=\"pretests\" | 9: there is no test set of the name tests",
                "check.cpp\" type=\"cpp.g++17 | Check.java\" type=\"java11 | 25: the source of the checker is not in the package: files/Check.java",
                "check.cpp\" type=\"cpp.g++17 | check.cpp\" type=\"pas.dpr | 25: the checker is in pas.dpr, but only C++ is supported",
                "</names> | </name> | 3: not valid XML: "
            })
    void refusesWhatItCannotHonour(String text, String other, String reason) throws IOException {
        assertThat(reasons(full(text, other))).isNotEmpty();
        assertThat(reasons(full(text, other)).getFirst()).startsWith("problem.xml:" + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE problem [<!ENTITY a 'aaaa'>]>",
                "<!DOCTYPE problem SYSTEM 'file:///etc/passwd'>",
            })
    void refusesADocumentType(String type) throws IOException {
        assertThat(reasons(full("<problem ", type + "\n<problem ")))
                .singleElement()
                .asString()
                .contains("a document type is not allowed");
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws IOException {
        assertThat(reasons(nothing().with("problem.xml", "<problem>".repeat(100_000))))
                .singleElement()
                .asString()
                .isEqualTo("problem.xml:1: not valid XML: nested deeper than 20 elements");
    }

    private static PackageBuilder full() {
        return full("", "");
    }

    private static PackageBuilder full(String text, String other) {
        assertThat(XML).contains(text);
        return nothing()
                .with("problem.xml", XML.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other)))
                .with("statements/english/problem.tex", "\\begin{problem}{Sum}{}{}{}{}\nAdd.\n\\end{problem}\n")
                .with("statements/.pdf/russian/problem.pdf", "%PDF")
                .with("files/check.cpp", "// compares\n#include \"testlib.h\"\n")
                .with("files/testlib.h", "")
                .with("solutions/sum.cpp", "int main() {}")
                .with("solutions/wrong.py", "print()")
                .with("solutions/slow.cpp", "int main() {}")
                .with("tests/01", "1 2\n")
                .with("tests/01.a", "3\n")
                .with("tests/02", "2 2\n")
                .with("tests/02.a", "4\n")
                .with("tests/03", "3 2\n")
                .with("tests/03.a", "5\n");
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return builder.reasons(temporary);
    }
}

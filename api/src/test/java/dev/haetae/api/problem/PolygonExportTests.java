package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.problem.ExportedPackage.Content;
import dev.haetae.common.BlobRef;
import dev.haetae.common.FileRef;
import dev.haetae.common.InputValidation;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.PackageSettings;
import dev.haetae.common.verification.Expectation;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Polygon package with what the format 2025-09 has no words for, written in that format and read again. */
class PolygonExportTests {

    private static final String XML = """
            <problem short-name="fractions">
              <names><name language="english" value="Fractions"/></names>
              <judging>
                <testset name="tests">
                  <time-limit>1000</time-limit>
                  <memory-limit>268435456</memory-limit>
                  <test-count>5</test-count>
                  <input-path-pattern>tests/%02d</input-path-pattern>
                  <answer-path-pattern>tests/%02d.a</answer-path-pattern>
                  <tests>
                    <test group="0" sample="true"/>
                    <test group="1" sample="true"/>
                    <test group="1" points="2.5"/>
                    <test group="1" points="3.25"/>
                    <test group="2"/>
                  </tests>
                  <groups>
                    <group name="1" points-policy="each-test"/>
                    <group name="2" points="4.5" points-policy="complete-group">
                      <dependencies><dependency group="1"/></dependencies>
                    </group>
                  </groups>
                </testset>
              </judging>
              <assets>
                <checker><source path="files/check.cpp" type="cpp.g++17"/></checker>
                <validators><validator><source path="files/valid.cpp" type="cpp.g++17"/></validator></validators>
                <solutions>
                  <solution tag="main"><source path="solutions/sum.cpp" type="cpp.g++17"/></solution>
                  <solution tag="wrong-answer"><source path="solutions/wrong.cpp" type="cpp.g++17"/></solution>
                  <solution tag="wrong-answer"><source path="solutions/part.cpp" type="cpp.g++17"/></solution>
                  <solution tag="rejected"><source path="solutions/any.cpp" type="cpp.g++17"/></solution>
                  <solution tag="time-limit-exceeded"><source path="solutions/slow.cpp" type="cpp.g++17"/></solution>
                  <solution tag="memory-limit-exceeded"><source path="solutions/large.cpp" type="cpp.g++17"/></solution>
                  <solution tag="time-limit-exceeded-or-accepted"><source path="solutions/maybe.cpp" type="cpp.g++17"/></solution>
                  <solution tag="time-limit-exceeded-or-memory-limit-exceeded"><source path="solutions/both.cpp" type="cpp.g++17"/></solution>
                </solutions>
              </assets>
            </problem>
            """;

    @TempDir
    Path temporary;

    private BlobStore blobs;
    private TestSets testSets;
    private ProblemContent imported;
    private SortedMap<String, Content> exported;
    private ProblemContent again;

    @BeforeEach
    void importsExportsAndImports() throws IOException {
        blobs = new DirectoryBlobStore(temporary.resolve("blobs"));
        testSets = new TestSets(blobs);
        imported = imported(polygon());
        exported = exported(imported);
        again = imported(exported);
    }

    @Test
    void keepsFractionsAndDependenciesOnGroupsOfSums() {
        assertThat(again.scoring())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(imported.scoring());
    }

    @Test
    void saysToOthersWhatTheyCanRead() {
        assertThat(text("data/secret/test_group.yaml")).contains("max_score: 11");
        assertThat(text("data/secret/1/test_group.yaml")).contains("max_score: 6", "score_aggregation: sum");
        assertThat(text("data/secret/2/test_group.yaml"))
                .contains("max_score: 5", "score_aggregation: pass-fail")
                .doesNotContain("require_pass");
    }

    @Test
    void expectsTheSameOfSolutions() {
        assertThat(solutions(again)).isEqualTo(solutions(imported)).hasSize(8);
        assertThat(again.warnings()).extracting(Finding::file).containsExactly("problem_statement");
    }

    @Test
    void tellsOthersWhatIsExpectedOfSolutions() {
        assertThat(text("submissions/submissions.yaml"))
                .contains(
                        "run_time_error:\n  permitted:\n  - AC\n  - WA\n  - TLE\n  - RTE\n",
                        "time_limit_exceeded_or_accepted:\n  permitted:\n  - AC\n  - TLE\n",
                        "wrong_answer/part.cpp:\n  required:\n  - WA\n  score: 6.75\n")
                .doesNotContain("\naccepted", "\nrejected");
    }

    private Map<String, Expectation> solutions(ProblemContent content) {
        return content.jurySubmissions().stream()
                .map(program -> JurySolution.of(program, blobs::get))
                .collect(Collectors.toMap(JurySolution::path, JurySolution::expectation));
    }

    @Test
    void keepsInputValidatorsWithTheirArguments() {
        InputValidation before = inputs(imported);
        InputValidation after = inputs(again);

        assertThat(after.validators()).extracting(ProgramSpec::name).containsExactly("input_validators/testlib1");
        assertThat(after.validators().getFirst().files())
                .extracting(FileRef::path)
                .containsExactlyInAnyOrder("build", "run", "testlib/head.h", "testlib/valid.cpp");
        assertThat(arguments(after)).isEqualTo(arguments(before)).hasSizeGreaterThan(4);
        assertThat(arguments(after)).containsEntry("sample/01", List.of("--testset", "tests", "--group", "0"));
    }

    private Map<String, List<String>> arguments(InputValidation inputs) {
        return testSets.read(imported.tests()).tests().stream()
                .collect(Collectors.toMap(TestCase::name, test -> inputs.arguments(0, test.name(), test.group())));
    }

    private InputValidation inputs(ProblemContent content) {
        return Objects.requireNonNull(testSets.read(content.tests()).inputs());
    }

    private String text(String path) {
        return switch (Objects.requireNonNull(exported.get(path))) {
            case Content.Made(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Content.Kept(var file) -> throw new AssertionError("not made: " + file);
        };
    }

    private static SortedMap<String, Content> polygon() {
        SortedMap<String, Content> files = new TreeMap<>();
        files.put("problem.xml", new Content.Made(XML));
        files.put("files/check.cpp", new Content.Made("int main() {}"));
        files.put("files/valid.cpp", new Content.Made("int main() {}"));
        files.put("files/head.h", new Content.Made(""));
        for (String name : List.of("sum", "wrong", "any", "slow", "large", "maybe", "both")) {
            files.put("solutions/" + name + ".cpp", new Content.Made("int main() {}"));
        }
        files.put(
                "solutions/part.cpp",
                new Content.Made("// @EXPECTED_RESULTS@: WRONG-ANSWER, COMPILER-ERROR\n// @EXPECTED_SCORE@: 6.75\n"));
        for (int test = 1; test <= 5; test++) {
            files.put("tests/0" + test, new Content.Made(test + "\n"));
            files.put("tests/0" + test + ".a", new Content.Made(test + "\n"));
        }
        return files;
    }

    private ProblemContent imported(SortedMap<String, Content> files) throws IOException {
        Path own = Files.createTempDirectory(temporary, "package");
        Path zip = own.resolve("fractions.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            new ExportedPackage(files).writeTo(out);
        }
        return switch (PackageReader.read(zip, "fractions.zip", Files.createDirectory(own.resolve("scratch")))) {
            case PackageResult.Read(var problem) -> new PackageContents(blobs, testSets, Languages.all()).keep(problem);
            case PackageResult.Refused(var reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    private SortedMap<String, Content> exported(ProblemContent content) {
        Problem problem = new Problem(UUID.randomUUID(), "fractions", UUID.randomUUID(), Instant.EPOCH);
        TestSet tests = testSets.read(content.tests());
        SortedMap<String, BlobRef> kept = new TreeMap<>();
        TestOverlay.lay(tests.tests(), kept);
        SortedMap<String, Content> files = new TreeMap<>();
        kept.forEach((path, blob) -> files.put(path, new Content.Kept(blobs.get(blob))));
        new NewPackage(problem, content, tests, blobs).lay(files);
        files.put(
                PackageSettings.FILE,
                new Content.Made(OwnSettings.of(problem, content, tests, null).text()));
        return files;
    }
}

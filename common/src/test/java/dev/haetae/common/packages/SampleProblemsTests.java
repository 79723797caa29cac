package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Protocol;
import dev.haetae.common.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages in {@code problems/} are what they say they show. */
class SampleProblemsTests {

    private static final Path ROOT = Path.of("../problems");

    @TempDir
    Path scratch;

    static Stream<String> packages() throws IOException {
        try (Stream<Path> entries = Files.list(ROOT)) {
            return entries
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void giveNoOtherWarningThanOfProgramsThatAreNotRun(String name) throws IOException {
        assertThat(read(name).warnings()).extracting(Finding::file).isSubsetOf("generators");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void haveAcceptedSolutionsInEveryLanguage(String name) throws IOException {
        assertThat(read(name).jurySubmissions())
                .filteredOn(submission -> submission.folder().equals("accepted"))
                .extracting(submission ->
                        submission.name().substring(submission.name().indexOf('.') + 1))
                .contains("c", "cpp", "java", "js", "py");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void haveSolutionsForEveryVerdict(String name) throws IOException {
        assertThat(read(name).jurySubmissions())
                .extracting(JurySubmission::folder)
                .contains("accepted", "run_time_error", "time_limit_exceeded", "wrong_answer");
    }

    @Test
    void includeOneWithManyTestsAndALargeInput() throws IOException {
        List<PackageTest> tests = read("lanterns").tests();

        assertThat(tests).filteredOn(test -> !test.isSample()).hasSize(24);
        assertThat(tests).anyMatch(test -> test.input().sizeBytes() >= 1_000_000);
    }

    @Test
    void includeOneWithATolerance() throws IOException {
        assertThat(read("fishbowl").tests().getFirst().checker())
                .isEqualTo(new PackageChecker.Default(new CheckerSpec.DefaultValidator(false, false, 1e-6, 1e-6)));
    }

    @Test
    void includeOneOfPolygonWithACheckerInTestlibsStyle() throws IOException {
        ProblemPackage problem = read("marketday");

        assertThat(problem.format()).isEqualTo(PackageFormat.POLYGON);
        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::protocol)
                .containsExactly(Protocol.TESTLIB);
    }

    @Test
    void includeOneWithLittleMemory() throws IOException {
        assertThat(read("twobaskets").limits().memoryBytes()).isEqualTo(128 << 20);
    }

    @Test
    void includeOneWithSubtasks() throws IOException {
        Scoring scoring = read("kites").scoring();

        assertThat(scoring.maxScore()).isEqualByComparingTo("100");
        assertThat(scoring.maxScore("secret/2-many")).isEqualByComparingTo("30");
    }

    @Test
    void stateTheirTimeLimitsInEachWay() throws IOException {
        assertThat(read("hello").timeLimitSource()).isEqualTo(TimeLimitSource.TIMELIMIT_FILE);
        assertThat(read("lanterns").limits().timeMillis()).isEqualTo(2_000);
        assertThat(read("steppingstones").limits().timeMillis()).isEqualTo(2_000);
    }

    private ProblemPackage read(String name) throws IOException {
        return switch (PackageReader.read(ROOT.resolve(name), name, scratch)) {
            case PackageResult.Read(ProblemPackage problem) -> problem;
            case PackageResult.Refused(List<Finding> reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }
}

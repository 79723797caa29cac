package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.problem.PackageTests;
import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each jury submission of each sample problem, by the real runner on all tests, has the verdict that its folder is named after. */
class SampleProblemsIT {

    private static final Path PROBLEMS = Path.of("..", "problems");
    private static final Map<String, Verdict> EXPECTED = Map.of(
            "accepted", Verdict.ACCEPTED,
            "wrong_answer", Verdict.WRONG_ANSWER,
            "time_limit_exceeded", Verdict.TIME_LIMIT_EXCEEDED,
            "run_time_error", Verdict.RUNTIME_ERROR);

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;
    private static OfferedLanguages offered;

    @BeforeAll
    static void startASlot() {
        sandbox = new Runner(
                        Path.of("target", "haetae-runner").toAbsolutePath(),
                        directory.resolve("runner"),
                        "samples-it-" + ProcessHandle.current().pid())
                .start(0);
        offered = new OfferedLanguages(Languages.all().byDefault().list().stream()
                .map(language -> new OfferedLanguage(language, "of this machine"))
                .toList());
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @TestFactory
    List<DynamicContainer> problems() throws IOException {
        List<DynamicContainer> problems = new ArrayList<>();
        try (Stream<Path> folders = Files.list(PROBLEMS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                problems.add(problem(folder));
            }
        }
        return problems;
    }

    private static DynamicContainer problem(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path scratch = Files.createDirectories(directory.resolve(name));
        if (!(PackageReader.read(folder, name, scratch) instanceof PackageResult.Read(ProblemPackage problem))) {
            throw new AssertionError(name + " cannot be read");
        }
        return dynamicContainer(
                name, problem.jurySubmissions().stream().map(submission -> submission(problem, submission)));
    }

    private static DynamicTest submission(ProblemPackage problem, JurySubmission submission) {
        return dynamicTest(submission.folder() + "/" + submission.name(), () -> {
            PackageTests tests = new PackageTests(problem);
            JudgeResult result = new Judge(tests, new Compiler(), offered)
                    .judge(
                            task(problem, submission, tests),
                            new Bench(sandbox, new Leash(Duration.ofMinutes(5)), _ -> {}));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            JudgeResult.Judged.class,
                            judged -> assertThat(judged.verdict())
                                    .as(judged.tests().getLast().toString())
                                    .isIn(allowed(submission.folder())));
        });
    }

    /** A folder cannot say that a program runs out of memory: its run-time error is one. */
    private static List<Verdict> allowed(String folder) {
        Verdict expected = EXPECTED.get(folder);
        return expected == Verdict.RUNTIME_ERROR
                ? List.of(Verdict.RUNTIME_ERROR, Verdict.MEMORY_LIMIT_EXCEEDED)
                : List.of(expected);
    }

    private static JudgeSubmission task(ProblemPackage problem, JurySubmission submission, PackageTests tests)
            throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (PackageFile file : submission.files()) {
            Path content = file.content();
            sources.add(new SourceFile(Path.of(file.path()).getFileName().toString(), Files.readAllBytes(content)));
        }
        return new JudgeSubmission(
                language(sources.getFirst().name()),
                null,
                sources,
                problem.limits(),
                tests.reference(),
                new Scoring.PassFail());
    }

    private static String language(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "js" -> "javascript";
            case "py" -> "pypy3";
            case String extension -> extension;
        };
    }
}

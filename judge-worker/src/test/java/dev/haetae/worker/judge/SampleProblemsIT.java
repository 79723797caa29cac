package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.PackageChecker;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageProgram;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final BlobRef ANY = new BlobRef("0".repeat(64), 0);
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
            JudgeResult result = judge(problem)
                    .judge(task(problem, submission), new Bench(sandbox, new Leash(Duration.ofMinutes(5)), _ -> {}));

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

    private static Judge judge(ProblemPackage problem) {
        Map<BlobRef, Path> files = new HashMap<>();
        List<ProgramSpec> validators = problem.outputValidators().programs().stream()
                .map(program -> new ProgramSpec(program.name(), program.language(), files(files, program)))
                .toList();
        List<TestCase> tests = problem.tests().stream()
                .map(test -> new TestCase(
                        test.name(),
                        test.group(),
                        put(files, test.input()),
                        put(files, test.answer()),
                        checker(test.checker(), validators)))
                .toList();
        return new Judge(_ -> new OpenTestSet(new TestSet(tests), files, () -> {}), new Compiler(), offered);
    }

    private static CheckerSpec checker(PackageChecker checker, List<ProgramSpec> validators) {
        return switch (checker) {
            case PackageChecker.Default(var flags) -> flags;
            case PackageChecker.Custom(var arguments) ->
                new CheckerSpec.OutputValidators(validators, arguments, ValidationLimits.DEFAULT);
            case PackageChecker.Interactive(var arguments) ->
                new CheckerSpec.Interactor(validators.getFirst(), arguments, ValidationLimits.DEFAULT);
        };
    }

    private static List<FileRef> files(Map<BlobRef, Path> files, PackageProgram program) {
        return program.files().entrySet().stream()
                .map(file -> new FileRef(file.getKey(), put(files, file.getValue())))
                .toList();
    }

    private static BlobRef put(Map<BlobRef, Path> files, PackageFile file) {
        BlobRef blob = new BlobRef("%064x".formatted(files.size()), file.sizeBytes());
        files.put(blob, file.content().toAbsolutePath());
        return blob;
    }

    private static JudgeSubmission task(ProblemPackage problem, JurySubmission submission) throws IOException {
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
                new TestSetRef(ANY, problem.tests().size()),
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

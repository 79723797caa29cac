package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testing.Slots;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judging as data, by the real runner and compilers: each file below {@code judging/} is a submission in a folder named after its
 * verdict, to a problem that asks for the sum of two numbers. A file's language is its ending, or what stands before it:
 * {@code loop.pypy3.py}.
 */
class JudgeIT {

    private static final Path JUDGING = Path.of("src/test/resources/judging");
    private static final long MIB = 1 << 20;
    private static final int ENOUGH_MILLIS = 10_000; // of CPU time, on a slow and busy machine too
    private static final BlobRef INPUT = new BlobRef("1".repeat(64), 6);
    private static final BlobRef ANSWER = new BlobRef("2".repeat(64), 3);

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;
    private static Judge judge;

    @BeforeAll
    static void startASlot() throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        Map<BlobRef, Path> tests =
                Map.of(INPUT, file(files, "input", "20 22\n"), ANSWER, file(files, "answer", "42\n"));
        TestCase test = new TestCase("secret/1", "secret", INPUT, ANSWER, CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
        Compiler compiler = new Compiler();
        sandbox = Slots.start(directory, "judge-it");
        SelfTests selfTests = new SelfTests(compiler);
        OfferedLanguages offered = new OfferedLanguages(Languages.all().byDefault().list().stream()
                .map(language -> selfTests.prove(language, sandbox))
                .toList());
        judge = new Judge(_ -> new OpenTestSet(new TestSet(List.of(test)), tests, () -> {}), compiler, offered);
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void judgesEachSubmissionAsItsFolderSays(Path submission) throws Exception {
        JudgeResult result =
                judge.judge(task(submission), new Bench(sandbox, new Leash(Duration.ofMinutes(2)), _ -> {}));

        assertThat(verdict(result)).as(result.toString()).isEqualTo(expected(submission));
    }

    static List<Path> submissions() throws IOException {
        try (Stream<Path> files = Files.walk(JUDGING)) {
            return files.filter(Files::isRegularFile)
                    .map(JUDGING::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static JudgeSubmission task(Path submission) throws IOException {
        String[] parts = submission.getFileName().toString().split("\\.");
        byte[] text = Files.readAllBytes(JUDGING.resolve(submission));
        SourceFile source = new SourceFile(parts[0] + "." + parts[parts.length - 1], text);
        return new JudgeSubmission(
                language(parts[parts.length - 1], parts[1]),
                null,
                List.of(source),
                limits(expected(submission)),
                new TestSetRef(INPUT, 1),
                new Scoring.PassFail());
    }

    private static Limits limits(Verdict expected) {
        int timeMillis = expected == Verdict.TIME_LIMIT_EXCEEDED ? 1_000 : ENOUGH_MILLIS;
        return new Limits(timeMillis, 128 * MIB, 2 * MIB, 128 << 10, 20_000, 512 * MIB);
    }

    private static String language(String extension, String before) {
        return switch (extension) {
            case "js", "mjs" -> "javascript";
            case "py" -> before;
            default -> extension;
        };
    }

    private static Verdict expected(Path submission) {
        return Verdict.valueOf(submission.getName(0).toString().toUpperCase(Locale.ROOT));
    }

    private static Verdict verdict(JudgeResult result) {
        return switch (result) {
            case JudgeResult.CompileFailed _ -> Verdict.COMPILE_ERROR;
            case JudgeResult.Judged judged -> judged.verdict();
            case JudgeResult.PackageChecked _ -> throw new AssertionError("it checked inputs");
            case JudgeResult.Ran ran -> ran.run().verdict();
            case JudgeResult.JudgeFailed _ -> Verdict.JUDGE_ERROR;
        };
    }

    private static Path file(Path directory, String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }
}

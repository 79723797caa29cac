package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.Invocation;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.JudgeTask.RunOnce.NamedTest;
import dev.haetae.common.NamedFiles;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments, files and a writable work directory for programs, by the real runner. */
class InvocationIT {

    private static final String TRIES_TO_WRITE = """
            FILE *f = fopen("trace", "r"); if (f) { puts("trace"); return 0; }
            int wrote = (f = fopen("trace", "w")) != NULL, changed = fopen("main.c", "a") != NULL, removed = !remove("main.c");
            printf("%d %d %d\\n", wrote, changed, removed);
            """;

    @TempDir
    private static Path directory;

    private static RealJudging slot;

    @BeforeAll
    static void startASlot() {
        slot = new RealJudging(directory, "invocation-it");
    }

    @AfterAll
    static void endTheSlot() {
        slot.close();
    }

    @Test
    void passesArguments() throws Exception {
        String body = "for (int i = 1; i < argc; i++) puts(argv[i]);";

        TestResult test = slot.judged(body, test("-a\n*\n\n$HOME\n", arguments("-a", "* ", "", "$HOME")));

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void laysFilesDownForTheirTestOnly() throws Exception {
        String source = """
                import os, sys
                def read(name): return open(name).read().strip() if os.path.exists(name) else 'none'
                print(read('table.txt'), read('deep/table.txt'), read('main.py')[:6])
                """;
        TestCase first = test("one two import", files("table.txt", "one", "deep/table.txt", "two"));
        TestCase second = test("three none import", files("table.txt", "three"));
        TestCase third = test("none none import", Invocation.PLAIN);

        List<TestResult> tests =
                slot.judged(RealJudging.submission("python3", "main.py", source), first, second, third, first);

        assertThat(tests)
                .extracting(TestResult::verdict)
                .containsOnly(Verdict.ACCEPTED)
                .hasSize(4);
    }

    @Test
    void laysFilesOverWhatWasSubmitted() throws Exception {
        TestCase replaced = test("other", files("main.py", "print('other')"));
        TestCase asSubmitted = test("own", Invocation.PLAIN);

        List<TestResult> tests =
                slot.judged(RealJudging.submission("python3", "main.py", "print('own')"), replaced, asSubmitted);

        assertThat(tests).extracting(TestResult::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void keepsTheWorkDirectoryFromBeingWritten() throws Exception {
        assertThat(slot.judged(TRIES_TO_WRITE, test("0 0 0", Invocation.PLAIN)).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(slot.judged(TRIES_TO_WRITE, test("0 0 0", files("x", "y"))).verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void letsAProgramWriteAndForgetsItBeforeTheNextTest() throws Exception {
        TestCase test = test("1 1 1", new Invocation(1, List.of(), List.of(), true));

        List<TestResult> tests =
                slot.judged(RealJudging.submission("c", "main.c", RealJudging.main(TRIES_TO_WRITE)), test, test, test);

        assertThat(tests)
                .extracting(TestResult::verdict)
                .containsOnly(Verdict.ACCEPTED)
                .hasSize(3);
    }

    @Test
    void countsWhatIsWrittenAsOutput() throws Exception {
        String body = "FILE *f = fopen(\"large\", \"w\"); for (int i = 0; i < 2 << 20; i++) putc('x', f); fclose(f);";

        TestResult test = slot.judged(body, test("", new Invocation(1, List.of(), List.of(), true)));

        assertThat(test.verdict()).isEqualTo(Verdict.OUTPUT_LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int x; fscanf(fopen(\"a.in\", \"r\"), \"%d\", &x); fprintf(fopen(\"a.out\", \"w\"), \"%d\", x + 1); puts(\"7\"); return getchar() != EOF; | ACCEPTED",
                "fprintf(fopen(\"a.out\", \"w\"), \"41\"); | WRONG_ANSWER",
                "puts(\"42\"); | WRONG_ANSWER",
                "(void)!symlink(\"answer\", \"a.out\"); fprintf(fopen(\"answer\", \"w\"), \"42\"); | WRONG_ANSWER",
                "mkdir(\"a.out\", 0700); | WRONG_ANSWER",
                "fprintf(fopen(\"a.out\", \"w\"), \"42\"); fflush(NULL); (void)!truncate(\"a.out\", 4 << 20); | WRONG_ANSWER",
                "fprintf(fopen(\"a.out\", \"w\"), \"42\"); return 1; | RUNTIME_ERROR"
            })
    void readsAndWritesNamedFiles(String body, Verdict verdict) throws Exception {
        ValidationLimits limits = new ValidationLimits(1_000, 64 * RealJudging.MIB, 2 * RealJudging.MIB);
        String compares = "cmp -s - \"$2\" && exit 42; exit 43";
        CheckerSpec validator = new CheckerSpec.OutputValidators(List.of(slot.script(compares)), List.of(), limits);

        List<TestResult> tests = slot.judged(
                RealJudging.submission("c", "main.c", RealJudging.main(body)),
                byFiles(CheckerSpec.DefaultValidator.WITHOUT_FLAGS),
                byFiles(validator));

        assertThat(tests).extracting(TestResult::verdict).containsOnly(verdict);
    }

    private static TestCase byFiles(CheckerSpec checker) {
        Invocation byFiles = new Invocation(1, List.of(), List.of(), false, new NamedFiles("a.in", "a.out"));
        return new TestCase("secret/1", "secret", slot.blob("41"), slot.blob("42"), checker, byFiles);
    }

    @Test
    void isTriedOutOnATestWithTheFileThatItWrites() throws Exception {
        Invocation byFiles = new Invocation(1, List.of(), List.of(), false, new NamedFiles(null, "a.out"));

        JudgeResult.Ran ran = tried("fprintf(fopen(\"a.out\", \"w\"), \"said\");", test("not compared", byFiles));

        assertThat(ran.run().output().text()).isEqualTo("said");
    }

    @Test
    void isTriedOutOnAnInputInTheFileThatItReads() throws Exception {
        String body =
                "char x[9]; fgets(x, 9, fopen(\"a.in\", \"r\")); fprintf(fopen(\"a.out\", \"w\"), \"%s %d\", x, getchar());";
        JudgeSubmission program = RealJudging.submission("c", "main.c", RealJudging.main(body));
        RunOnce task = new RunOnce(
                "c",
                null,
                program.files(),
                program.limits(),
                "five".getBytes(StandardCharsets.US_ASCII),
                null,
                new NamedFiles("a.in", "a.out"));

        JudgeResult.Ran ran = (JudgeResult.Ran) slot.judge(task);

        assertThat(ran.run().output().text()).isEqualTo("five -1");
    }

    @Test
    void isTriedOutOnATestWithItsArgumentsAndFiles() throws Exception {
        String body =
                "char line[9]; fgets(line, 9, fopen(\"table.txt\", \"r\")); printf(\"%s %s %d\", argv[1], line, getchar());";
        Invocation invocation =
                new Invocation(1, List.of("-a"), List.of(new FileRef("table.txt", slot.blob("one"))), false);

        JudgeResult.Ran ran = tried(body, test("not compared", invocation));

        assertThat(ran.run().output().text()).isEqualTo("-a one -1");
        assertThat(ran.run().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(ran.transcript()).isNull();
    }

    @Test
    void isTriedOutWithItsInteractor() throws Exception {
        ValidationLimits limits = new ValidationLimits(1_000, 64 * RealJudging.MIB, RealJudging.MIB);
        String talks = "echo 5; read x; echo \"$x?\"; read y; echo no > \"$3teammessage.txt\"; exit 43";
        CheckerSpec interactor = new CheckerSpec.Interactor(slot.script(talks), List.of(), limits);
        TestCase test = new TestCase("sample/1", "sample", slot.blob(""), slot.blob(""), interactor);

        JudgeResult.Ran ran =
                tried("char x[9]; puts(\"3\\n4\"); fflush(stdout); (void)!scanf(\"%8s%8s\", x, x);", test);

        assertThat(ran.run().verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(ran.run().feedback()).isEqualTo("no");
        assertThat(Objects.requireNonNull(ran.transcript()).text())
                .contains("<5\n")
                .contains(">3\n>4\n");
    }

    private static JudgeResult.Ran tried(String body, TestCase test) throws InterruptedException {
        JudgeSubmission program = RealJudging.submission("c", "main.c", RealJudging.main(body));
        NamedTest named = new NamedTest(program.tests(), test.name());
        RunOnce task = new RunOnce("c", null, program.files(), program.limits(), new byte[0], named);
        return (JudgeResult.Ran) slot.judge(task, test);
    }

    private static Invocation arguments(String... arguments) {
        return new Invocation(1, List.of(arguments), List.of(), false);
    }

    /** Names and contents in turn. */
    private static Invocation files(String... namesAndContents) {
        List<FileRef> files = new ArrayList<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.add(new FileRef(namesAndContents[i], slot.blob(namesAndContents[i + 1])));
        }
        return new Invocation(1, List.of(), files, false);
    }

    private static TestCase test(String answer, Invocation invocation) {
        CheckerSpec checker = CheckerSpec.DefaultValidator.WITHOUT_FLAGS;
        return new TestCase("secret/1", "secret", slot.blob(""), slot.blob(answer), checker, invocation);
    }
}

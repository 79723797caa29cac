package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.testing.RecordingSandbox;
import dev.haetae.worker.testing.Slots;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output validators by the real runner: what they decide, and what becomes of those that do not do their part. */
class OutputValidatorsIT {

    private static final long MIB = 1 << 20;
    private static final ValidationLimits LIMITS = new ValidationLimits(1_000, 64 * MIB, MIB);
    private static final ValidationLimits COMPILING = new ValidationLimits(20_000, 512 * MIB, 8 * MIB);
    private static final String RIGHT = "#include <stdio.h>\nint main(void) { puts(\"42\"); }\n";
    private static final String WRONG = "#include <stdio.h>\nint main(void) { puts(\"7\"); }\n";
    private static final String COMPARES = "read x; [ \"$x\" = 42 ] && exit 42; exit 43";

    @TempDir
    private static Path directory;

    private static RecordingSandbox sandbox;

    private final Map<BlobRef, Path> blobs = new HashMap<>();
    private Judge judge = judgeOf(List.of());

    @BeforeAll
    static void startASlot() {
        sandbox = new RecordingSandbox(Slots.start(directory, "validators-it"));
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @Test
    void decide() throws Exception {
        onTests(script(COMPARES));

        assertThat(judged(RIGHT).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged(WRONG).verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @Test
    void areGivenTheTestAndTheirArguments() throws Exception {
        onTests(script("""
                cat "$1" "$2" - > "${3}judgemessage.txt"; shift 3; echo "$@" >> /work/.test/feedback/judgemessage.txt; exit 42
                """));

        assertThat(judged(RIGHT).tests().getFirst().judgeFeedback()).isEqualTo("20 22\n42\n42\nstrict 10");
    }

    @Test
    void tellJuryAndContestantWithoutSteeringTheirTerminals() throws Exception {
        onTests(script("""
                printf 'look at line 1\\033[2J\\377' > "$3teammessage.txt"; echo 'expected 42' > "$3judgemessage.txt"; exit 43
                """));

        TestResult test = judged(WRONG).tests().getFirst();

        assertThat(test.feedback()).isEqualTo("look at line 1\uFFFD[2J\uFFFD");
        assertThat(test.judgeFeedback()).isEqualTo("expected 42");
    }

    @Test
    void haveToAcceptAll() throws Exception {
        onTests(
                script("echo one > \"$3judgemessage.txt\"; exit 42"),
                script("echo two > \"$3judgemessage.txt\"; exit 43"));

        JudgeResult.Judged result = judged(RIGHT);

        assertThat(result.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(result.tests().getFirst().judgeFeedback()).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exit 0 | ended with exit code 0, neither 42 nor 43,",
                "exit 1 | ended with exit code 1, neither 42 nor 43,",
                "kill -SEGV $$ | was ended by signal 11",
                "exec sleep 60 | took longer than 1000 ms",
                "while :; do :; done | took longer than 1000 ms",
                "exec /usr/bin/python3 -c 'bytearray(1 << 28)' | needed more than 64 MiB of memory",
                "head -c 1100000 /dev/zero > ${3}judgemessage.txt; exit 42 | wrote more than 1024 KiB",
                "head -c 1100000 /dev/zero; exit 43 | wrote more than 1024 KiB"
            })
    void areToBlameForWhatTheyDo(String script, String fault) throws Exception {
        onTests(script(script));

        assertThat(judge(RIGHT))
                .isEqualTo(new JudgeResult.JudgeFailed(
                        FaultyPart.CHECKER, "output_validators/1 " + fault + " on secret/0"));
    }

    @Test
    void areHeardUpToABound() throws Exception {
        onTests(script("head -c 1000000 /dev/zero | tr '\\0' x > \"$3judgemessage.txt\"; exit 42"));

        assertThat(judged(RIGHT).tests().getFirst().judgeFeedback())
                .hasSize((2 << 10) + 1)
                .startsWith("xxx")
                .endsWith("…");
    }

    @Test
    void cannotMakeTheJudgeFollowALinkOrWaitForAPipe() throws Exception {
        onTests(script("ln -s /etc/passwd \"$3judgemessage.txt\"; mkfifo \"$3teammessage.txt\"; exit 43"));

        JudgeResult.Judged result = judged(RIGHT);

        assertThat(result.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(result.tests().getFirst().judgeFeedback()).isNull();
        assertThat(result.tests().getFirst().feedback()).isNull();
    }

    @Test
    void findNothingOfTheTestBefore() throws Exception {
        onTests(3, LIMITS, script("""
                [ -e /work/trace ] || [ -e /tmp/trace ] || [ -e "$3trace" ] && exit 43
                touch /work/trace /tmp/trace "$3trace"; exit 42
                """));

        assertThat(judged(RIGHT).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void areNotAskedAboutAProgramThatFailed() throws Exception {
        onTests(script("exit 1"));

        assertThat(judged("int main(void) { return 3; }").verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    }

    @Test
    void areCompiledOnceForTheirContent() throws Exception {
        onTests(2, COMPILING, new Program("c", Map.of("check.c", "int main(void) { return 42; }\n")));
        assertThat(judged(RIGHT).verdict()).isEqualTo(Verdict.ACCEPTED);
        long compiled = compilations();

        assertThat(judged(RIGHT).verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(compiled).isEqualTo(1);
        assertThat(compilations()).isEqualTo(1);
    }

    @Test
    void thatDoNotCompileAreToBlame() throws Exception {
        onTests(1, COMPILING, new Program("c", Map.of("check.c", "int main(void) { return nothing; }\n")));

        assertThat(judge(RIGHT)).isInstanceOfSatisfying(JudgeResult.JudgeFailed.class, failed -> {
            assertThat(failed.faulty()).isEqualTo(FaultyPart.CHECKER);
            assertThat(failed.cause())
                    .startsWith("output_validators/1 does not compile: check.c")
                    .contains("nothing");
        });
    }

    @Test
    void mayBuildThemselves() throws Exception {
        String build = "printf 'exit 42' > run; chmod +x run";
        onTests(1, LIMITS, new Program(null, Map.of("build", build)));

        assertThat(judged(WRONG).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void mayChangeTheFilesThatTheyBring() throws Exception {
        String build = "chmod +x run && echo 'exit 42' >> run && [ \"$(ls -A | tr '\\n' ' ')\" = 'build run ' ]";
        onTests(1, LIMITS, new Program(null, Map.of("build", build, "run", "true\n")));

        assertThat(judged(WRONG).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo no such tool >&2; exit 3 | output_validators/1/build ended with exit code 3: no such tool",
                "exit 0 | output_validators/1 has no run, and its build makes none"
            })
    void thatDoNotBuildAreToBlame(String build, String cause) throws Exception {
        onTests(1, LIMITS, new Program(null, Map.of("build", build)));

        assertThat(judge(RIGHT)).isEqualTo(new JudgeResult.JudgeFailed(FaultyPart.CHECKER, cause));
    }

    /** A program by its files' text. */
    private record Program(
            @org.jspecify.annotations.Nullable String language, Map<String, String> files) {}

    private static Program script(String text) {
        return new Program(null, Map.of("run", text));
    }

    private void onTests(Program... validators) {
        onTests(1, LIMITS, validators);
    }

    private void onTests(int count, ValidationLimits limits, Program... validators) {
        sandbox.runs.clear();
        List<ProgramSpec> programs = new ArrayList<>();
        for (Program program : validators) {
            List<FileRef> files = program.files().entrySet().stream()
                    .map(file -> new FileRef(file.getKey(), blob(file.getValue())))
                    .toList();
            programs.add(new ProgramSpec("output_validators/" + (programs.size() + 1), program.language(), files));
        }
        CheckerSpec checker = new CheckerSpec.OutputValidators(programs, List.of("strict", "10"), limits);
        List<TestCase> tests = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tests.add(new TestCase("secret/" + number, "secret", blob("20 22\n"), blob("42\n"), checker));
        }
        judge = judgeOf(tests);
    }

    private Judge judgeOf(List<TestCase> tests) {
        OfferedLanguages offered = new OfferedLanguages(
                List.of(new OfferedLanguage(Languages.all().find("c").orElseThrow(), "of this machine")));
        return new Judge(_ -> new OpenTestSet(new TestSet(tests), blobs, () -> {}), new Compiler(), offered);
    }

    private BlobRef blob(String text) {
        BlobRef blob = new BlobRef("%064x".formatted(blobs.size()), text.length());
        try {
            blobs.put(blob, Files.writeString(Files.createTempFile(directory, "blob", ""), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blob;
    }

    private static long compilations() {
        return sandbox.runs.stream()
                .filter(run -> run.argv().contains("check.c"))
                .count();
    }

    private JudgeResult.Judged judged(String source) throws InterruptedException {
        return (JudgeResult.Judged) judge(source);
    }

    private JudgeResult judge(String source) throws InterruptedException {
        JudgeSubmission submission = new JudgeSubmission(
                "c",
                null,
                List.of(new SourceFile("main.c", source.getBytes(StandardCharsets.UTF_8))),
                Limits.DEFAULT,
                new TestSetRef(new BlobRef("f".repeat(64), 1), 1),
                new Scoring.PassFail());
        return judge.judge(submission, new Bench(sandbox, new Leash(Duration.ofMinutes(2)), _ -> {}));
    }
}

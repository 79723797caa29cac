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
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that talk with an interactor, by the real runner: what counts is who ended first, and how. */
class InteractiveIT {

    private static final long MIB = 1 << 20;
    private static final ValidationLimits VALIDATION = new ValidationLimits(1_000, 64 * MIB, MIB);
    private static final Limits LIMITS = new Limits(500, 64 * MIB, MIB, 128 << 10, 20_000, 512 * MIB);

    /** Says the input and wants it back. */
    private static final String ECHO = """
            read hidden < "$1"; echo "$hidden"; read answer
            echo "$answer for $hidden" > "$3judgemessage.txt"
            [ "$answer" = "$hidden" ] && exit 42
            echo "not that" > "$3teammessage.txt"; exit 43
            """;

    private static final String ANSWERS = "int x; scanf(\"%d\", &x); printf(\"%d\\n\", x);";

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;

    private final Map<BlobRef, Path> blobs = new HashMap<>();

    @BeforeAll
    static void startASlot() {
        sandbox = new Runner(
                        Path.of("target", "haetae-runner").toAbsolutePath(),
                        directory.resolve("runner"),
                        "interactive-it-" + ProcessHandle.current().pid())
                .start(0);
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @Test
    void acceptsWhatTheInteractorAccepts() throws Exception {
        TestResult test = judged(ECHO, ANSWERS);

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.judgeFeedback()).isEqualTo("2042 for 2042");
        assertThat(test.output().text()).isEqualTo("2042\n");
    }

    @Test
    void rejectsWhatTheInteractorRejects() throws Exception {
        TestResult test = judged(ECHO, "puts(\"7\");");

        assertThat(test.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(test.feedback()).isEqualTo("not that");
        assertThat(test.judgeFeedback()).isEqualTo("7 for 2042");
    }

    @Test
    void saysWrongAnswerWhereTheInteractorRejectedFirstWhateverTheProgramDoesThen() throws Exception {
        assertThat(judged("exit 43", "for (;;) continue;").verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(judged("read x; exit 43", "puts(\"1\"); fflush(stdout); getchar(); return 3;")
                        .verdict())
                .isEqualTo(Verdict.WRONG_ANSWER);
    }

    @Test
    void looksAtAProgramThatFailsAfterItWasAccepted() throws Exception {
        String accepts = "read x; exit 42";

        assertThat(judged(accepts, "puts(\"1\"); fflush(stdout); getchar(); return 3;")
                        .verdict())
                .isEqualTo(Verdict.RUNTIME_ERROR);
        assertThat(judged(accepts, "puts(\"1\"); fflush(stdout); for (;;) continue;")
                        .verdict())
                .isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
    }

    @Test
    void looksAtAProgramThatFailedFirst() throws Exception {
        assertThat(judged(ECHO, "return 3;").verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
        assertThat(judged(ECHO, "abort();").verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    }

    @Test
    void endsWhoWaitForEachOther() throws Exception {
        TestResult test = judged("read x; exit 43", "getchar();");

        assertThat(test.verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
        assertThat(test.reason()).isEqualTo(Reason.WALL);
    }

    @Test
    void blamesAnInteractorThatDoesNotEnd() throws Exception {
        assertThat(judge("exec sleep 60", "return 0;")).isEqualTo(fault("took longer than 1000 ms"));
    }

    @Test
    void blamesAnInteractorThatCrashes() throws Exception {
        assertThat(judge("kill -SEGV $$", ANSWERS)).isEqualTo(fault("was ended by signal 11"));
        assertThat(judge("exit 0", ANSWERS)).isEqualTo(fault("ended with exit code 0, neither 42 nor 43,"));
    }

    @Test
    void showsTheProgramNeitherInputNorAnswer() throws Exception {
        String looks =
                "char c; FILE *f = fopen(\"/work/.test/input\", \"r\"); puts(f || scanf(\"%c\", &c) == 1 ? \"seen\" : \"no\");";

        assertThat(judged("exec >&-; read x; [ \"$x\" = no ] && exit 42; exit 43", looks)
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static JudgeResult fault(String what) {
        return new JudgeResult.JudgeFailed(FaultyPart.CHECKER, "output_validators/talk " + what + " on secret/1");
    }

    private TestResult judged(String interactor, String body) throws InterruptedException {
        JudgeResult result = judge(interactor, body);
        assertThat(result).isInstanceOf(JudgeResult.Judged.class);
        return ((JudgeResult.Judged) result).tests().getFirst();
    }

    private JudgeResult judge(String interactor, String body) throws InterruptedException {
        ProgramSpec program =
                new ProgramSpec("output_validators/talk", null, List.of(new FileRef("run", blob(interactor))));
        CheckerSpec checker = new CheckerSpec.Interactor(program, List.of(), VALIDATION);
        TestCase test = new TestCase("secret/1", "secret", blob("2042\n"), blob(""), checker);
        OfferedLanguages c = new OfferedLanguages(
                List.of(new OfferedLanguage(Languages.all().find("c").orElseThrow(), "of this machine")));
        Judge judge = new Judge(_ -> new OpenTestSet(new TestSet(List.of(test)), blobs, () -> {}), new Compiler(), c);
        return judge.judge(submission(body), new Bench(sandbox, new Leash(Duration.ofMinutes(2)), _ -> {}));
    }

    private static JudgeSubmission submission(String body) {
        String source = "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { " + body + " }\n";
        return new JudgeSubmission(
                "c",
                null,
                List.of(new SourceFile("main.c", source.getBytes(StandardCharsets.UTF_8))),
                LIMITS,
                new TestSetRef(new BlobRef("f".repeat(64), 1), 1),
                new Scoring.PassFail());
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
}

package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that talk with an interactor, by the real runner: what counts is who ended first, and how. */
class InteractiveIT {

    private static final long MIB = 1 << 20;
    private static final ValidationLimits VALIDATION = new ValidationLimits(1_000, 64 * MIB, MIB);

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

    private static RealJudging real;

    @BeforeAll
    static void startASlot() {
        real = new RealJudging(directory, "interactive-it");
    }

    @AfterAll
    static void endTheSlot() {
        real.close();
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
        return real.judged(body, test(interactor));
    }

    private JudgeResult judge(String interactor, String body) throws InterruptedException {
        return real.judge(body, test(interactor));
    }

    private static TestCase test(String interactor) {
        ProgramSpec program = real.script("output_validators/talk", interactor);
        CheckerSpec checker = new CheckerSpec.Interactor(program, List.of(), VALIDATION);
        return new TestCase("secret/1", "secret", real.blob("2042\n"), real.blob(""), checker);
    }
}

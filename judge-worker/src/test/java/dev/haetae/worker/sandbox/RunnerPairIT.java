package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.MIB;
import static dev.haetae.worker.sandbox.TestRunner.program;
import static dev.haetae.worker.sandbox.TestRunner.readOnly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.haetae.worker.sandbox.Transcript.Said;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against the real runner, with two programs joined by pipes. The rules themselves are tested beside the runner. */
class RunnerPairIT {

    private static final int TRANSCRIPT_BYTES = 1000;

    private final Sandbox sandbox = TestRunner.start();

    @BeforeEach
    void openBoxes() {
        sandbox.open(readOnly());
        sandbox.open(new BoxSpec(BoxName.JURY, false, false, List.of(), MIB, 10, List.of()));
    }

    @AfterEach
    void endSlot() {
        sandbox.close();
    }

    @Test
    void letsThemTalkAndBringsWhatWasSaid() {
        PairReport report = play("echo one; read answer; test $answer = two", "read question; echo two; exit 42");

        assertThat(report.contestant().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(report.jury().ending()).isEqualTo(new Ending.Exited(42));
        assertThat(report.transcript()).usingRecursiveComparison().isEqualTo(said("one\n", "two\n"));
    }

    @Test
    void cutsALongTranscript() {
        PairReport report = play("head -c 3000 /dev/zero", "cat > /dev/null; exit 42");

        Transcript transcript = report.transcript();
        assertThat(transcript.cut()).isTrue();
        assertThat(transcript.said()).singleElement().extracting(Said::speaker).isEqualTo(BoxName.CONTESTANT);
    }

    @Test
    void endsTheContestantWithAnInteractorThatRejects() {
        PairReport report = play("cat; sleep 20", "exit 43");

        assertThat(report.first()).isEqualTo(BoxName.JURY);
        assertThat(report.jury().ending()).isEqualTo(new Ending.Exited(43));
        assertThat(report.contestant().killed()).isEqualTo(Killed.PARTNER);
    }

    @Test
    void letsTheContestantGoOnByWhicheverCodeAccepts() {
        PairSpec pair = new PairSpec(program("/bin/sh", "-c", "read x; read y; exit 3"), jury("echo go"), 0, 0);

        PairReport report = sandbox.runPair(pair);

        assertThat(report.first()).isEqualTo(BoxName.JURY);
        assertThat(report.contestant().ending()).isEqualTo(new Ending.Exited(3));
    }

    @Test
    void bringsTheContestantsOwnFailure() {
        PairReport report = play("echo complaint >&2; exit 3", "cat; exit 42");

        assertThat(report.first()).isEqualTo(BoxName.CONTESTANT);
        assertThat(report.contestant().ending()).isEqualTo(new Ending.Exited(3));
        assertThat(report.contestant().stderrHead()).isEqualTo("complaint\n".getBytes(UTF_8));
    }

    @Test
    void endsADeadlockByTheContestantsGuard() {
        RunLimits impatient = new RunLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 64 * MIB, MIB, 8, 0);

        PairReport report = play(program(impatient, "/bin/cat"), jury("cat; exit 42"));

        assertThat(report.contestant().killed()).isEqualTo(Killed.WALL);
        assertThat(report.jury().ending()).isEqualTo(new Ending.Exited(42));
    }

    @Test
    void cancelsBoth() {
        CompletableFuture<PairReport> report = CompletableFuture.supplyAsync(() -> play("sleep 30", "sleep 30"));

        await().until(() -> {
            sandbox.cancel();
            return report.isDone();
        });

        assertThat(report.join().contestant().killed()).isEqualTo(Killed.CANCEL);
        assertThat(report.join().jury().killed()).isEqualTo(Killed.CANCEL);
    }

    @Test
    void refusesWhatIsNotThereAndServesTheNext() {
        PairSpec missing = new PairSpec(program("/work/missing"), jury("sleep 30"), 0, 42);

        assertThatThrownBy(() -> sandbox.runPair(missing))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("/work/missing: No such file");
        assertThat(play("exit 0", "exit 42").jury().ending()).isEqualTo(new Ending.Exited(42));
    }

    private PairReport play(String contestant, String jury) {
        return play(program("/bin/sh", "-c", contestant), jury(jury));
    }

    private PairReport play(RunSpec contestant, RunSpec jury) {
        return sandbox.runPair(new PairSpec(contestant, jury, TRANSCRIPT_BYTES, 42));
    }

    private static RunSpec jury(String script) {
        RunSpec run = program("/bin/sh", "-c", script);
        return new RunSpec(BoxName.JURY, run.argv(), run.environment(), run.stdin(), run.limits(), 0);
    }

    private static Transcript said(String contestant, String jury) {
        return new Transcript(
                List.of(
                        new Said(BoxName.CONTESTANT, contestant.getBytes(UTF_8)),
                        new Said(BoxName.JURY, jury.getBytes(UTF_8))),
                false);
    }
}

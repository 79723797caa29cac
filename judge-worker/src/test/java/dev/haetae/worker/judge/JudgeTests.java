package dev.haetae.worker.judge;

import static dev.haetae.worker.testing.Reports.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.testing.FakeSandbox;
import dev.haetae.worker.testing.FakeSandbox.Act;
import dev.haetae.worker.testing.Judgings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTests {

    private final List<Step> steps = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void acceptsWhatIsRightOnEveryTest() throws Exception {
        JudgeResult result = judge(aProgram("42"), "42", "42\n", " 42");

        assertThat(judged(result).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged(result).tests()).extracting(TestResult::index).containsExactly(1, 2, 3);
    }

    @Test
    void judgesAnswersThatWereHandedInWithoutRunningAnything() throws Exception {
        FakeSandbox sandbox = new FakeSandbox(aProgram("42"));

        JudgeResult result = Judgings.of(directory, "42", "43", "44")
                .judge(Judgings.answers("secret/0", "42\n", "secret/1", " 43"), bench(sandbox));

        List<TestResult> tests = judged(result).tests();
        assertThat(tests)
                .extracting(TestResult::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WRONG_ANSWER);
        assertThat(tests.getFirst().output().text()).isEqualTo("42\n");
        assertThat(tests.getLast().feedback()).isEqualTo("There is no answer to this test.");
        assertThat(sandbox.runs).isEmpty();
    }

    @Test
    void stopsAtTheFirstRejectedTest() throws Exception {
        JudgeResult result = judge(aProgram("42"), "42", "43", "42");

        assertThat(judged(result).verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(judged(result).tests())
                .extracting(TestResult::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.WRONG_ANSWER);
        assertThat(judged(result).testsTotal()).isEqualTo(3);
    }

    @Test
    void tellsEachStepInOrder() throws Exception {
        JudgeResult result = judge(aProgram("42"), "42", "42");

        List<TestResult> tests = judged(result).tests();
        assertThat(steps)
                .containsExactly(
                        new JudgeProgress.Compiling(),
                        new JudgeProgress.Running(2),
                        new JudgeProgress.TestFinished(tests.get(0), 2),
                        new JudgeProgress.TestFinished(tests.get(1), 2));
    }

    @Test
    void reportsTheFiguresOfATest() throws Exception {
        Act crash = new Act("4", aRun().exited(3).stderr("oops"));

        TestResult test = judged(judge(run -> compiling(run) ? succeeding() : crash, "42"))
                .tests()
                .getFirst();

        assertThat(test.timeMillis()).isEqualTo(12);
        assertThat(test.exitCode()).isEqualTo(3);
        assertThat(test.signal()).isNull();
        assertThat(test.output().text()).isEqualTo("4");
        assertThat(test.stderr().text()).isEqualTo("oops");
    }

    @Test
    void reportsWhatTheCompilerSaid() throws Exception {
        JudgeResult result = judge(_ -> new Act("", aRun().exited(1).stderr("main.c:1: no")), "42");

        assertThat(result).isEqualTo(new JudgeResult.CompileFailed("gcc 12", "main.c:1: no"));
        assertThat(steps).containsExactly(new JudgeProgress.Compiling());
    }

    @Test
    void addsTheRuntimesOverheadToTheMemoryLimitOnly() throws Exception {
        FakeSandbox sandbox = new FakeSandbox(aProgram("42"));

        Judgings.of(directory, "42").judge(Judgings.submission(1), bench(sandbox));

        RunSpec test = sandbox.runs.getLast();
        assertThat(test.limits().memoryBytes()).isEqualTo(Judgings.LIMITS.memoryBytes() + 1_000);
        assertThat(test.limits().cpu()).isEqualTo(Duration.ofSeconds(2));
        assertThat(test.limits().wall()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void runsTestsInABoxThatKeepsTheProgramButCannotBeWritten() throws Exception {
        FakeSandbox sandbox = new FakeSandbox(aProgram("42"));

        Judgings.of(directory, "42", "42").judge(Judgings.submission(2), bench(sandbox));

        assertThat(sandbox.boxes).hasSize(2);
        assertThat(sandbox.boxes.getLast().writableWork()).isFalse();
        assertThat(sandbox.boxes.getLast().keepsWork()).isTrue();
    }

    @Test
    void blamesTheProblemForTestDataThatAreNotThere() throws Exception {
        JudgeResult result =
                Judgings.withoutTestData().judge(Judgings.submission(1), bench(new FakeSandbox(aProgram(""))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        JudgeResult.JudgeFailed.class,
                        failed -> assertThat(failed.faulty()).isEqualTo(FaultyPart.PROBLEM));
    }

    @Test
    void blamesTheProblemForAnEmptyTestSet() throws Exception {
        assertThat(judge(aProgram("42")))
                .isEqualTo(new JudgeResult.JudgeFailed(FaultyPart.PROBLEM, "The test set is empty"));
    }

    @Test
    void blamesItselfForALanguageThatItDoesNotOffer() throws Exception {
        JudgeResult result = Judgings.of(directory, "42")
                .judge(Judgings.submission("cobol", 1), bench(new FakeSandbox(aProgram("42"))));

        assertThat(result)
                .isEqualTo(new JudgeResult.JudgeFailed(
                        FaultyPart.WORKER, "This worker does not offer the language cobol"));
    }

    @Test
    void drawsNoVerdictWhenTheSandboxFails() {
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> judge(
                        run -> {
                            throw new SandboxException("gone");
                        },
                        "42"));
    }

    @Test
    void stopsWhenItsLeashIsCut() {
        Leash leash = new Leash(Duration.ofMinutes(1));
        Bench bench = new Bench(new FakeSandbox(aProgram("42")), leash, step -> leash.cut("enough"));

        assertThatExceptionOfType(JudgingStoppedException.class)
                .isThrownBy(() -> Judgings.of(directory, "42").judge(Judgings.submission(1), bench))
                .withMessage("enough");
    }

    @Test
    void stopsAtItsDeadline() {
        Bench bench = new Bench(new FakeSandbox(aProgram("42")), new Leash(Duration.ZERO), steps::add);

        assertThatExceptionOfType(JudgingStoppedException.class)
                .isThrownBy(() -> Judgings.of(directory, "42").judge(Judgings.submission(1), bench));
    }

    private JudgeResult judge(Function<RunSpec, Act> acts, String... answers) throws Exception {
        return Judgings.of(directory, answers).judge(Judgings.submission(answers.length), bench(new FakeSandbox(acts)));
    }

    private Bench bench(FakeSandbox sandbox) {
        return new Bench(sandbox, new Leash(Duration.ofMinutes(1)), steps::add);
    }

    private static Function<RunSpec, Act> aProgram(String output) {
        return run -> compiling(run) ? succeeding() : new Act(output, aRun());
    }

    private static boolean compiling(RunSpec run) {
        return run.argv().getFirst().equals("/usr/bin/gcc");
    }

    private static Act succeeding() {
        return new Act("", aRun());
    }

    private static JudgeResult.Judged judged(JudgeResult result) {
        assertThat(result).isInstanceOf(JudgeResult.Judged.class);
        return (JudgeResult.Judged) result;
    }
}

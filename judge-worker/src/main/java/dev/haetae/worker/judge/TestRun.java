package dev.haetae.worker.judge;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.Limits;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.language.Language;
import dev.haetae.worker.checker.Check;
import dev.haetae.worker.checker.KeptOutput;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.PairReport;
import dev.haetae.worker.sandbox.PairSpec;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Runs one compiled program on tests, each in the open box of a sandbox. */
record TestRun(Sandbox sandbox, Compiled program, RunLimits limits, OpenTestSet tests, Validation validation) {

    /** One byte more than is shown, so that it is known whether there was more. */
    private static final int STDERR_BYTES = Check.HEAD_BYTES + 1;

    /** Enough for the head of what the program says, also when the interactor says more. */
    private static final int TRANSCRIPT_BYTES = 64 << 10;

    /** The limits of a run: the problem's, and what the language's runtime itself needs. */
    static RunLimits limits(Limits problem, Language language) {
        Duration time = Duration.ofMillis(problem.timeMillis());
        return new RunLimits(
                time,
                RunLimits.wallGuard(time),
                problem.memoryBytes() + language.memoryOverheadBytes(),
                problem.outputBytes(),
                language.processes(),
                0);
    }

    /** Runs and checks a test; {@code index} is its place in the set, from 1. */
    TestResult on(TestCase test, int index) {
        return switch (test.checker()) {
            case CheckerSpec.DefaultValidator flags -> {
                Check check = new Check(flags, tests.file(test.answer()));
                RunReport run = sandbox.run(spec(test), check);
                yield result(test, index, run, Verdicts.of(run, check::comparison), check.output());
            }
            case CheckerSpec.OutputValidators validators -> {
                try (KeptOutput output = new KeptOutput()) {
                    RunReport run = sandbox.run(spec(test), output);
                    Judgement judgement = Verdicts.of(run, () -> validation.judge(test, validators, output.file()));
                    yield result(test, index, run, judgement, output.head());
                }
            }
            case CheckerSpec.Interactor interactor -> {
                PairSpec both = new PairSpec(
                        spec(new Stdin.Empty()), validation.interactor(test, interactor), TRANSCRIPT_BYTES);
                PairReport pair = sandbox.runPair(both);
                Judgement judgement = Verdicts.of(pair, validation.decided(test, interactor, pair.jury()));
                yield result(test, index, pair.contestant(), judgement, spoken(pair));
            }
        };
    }

    /** The beginning of what the program said; where the transcript was cut, its size is what was written and is not standard error. */
    private static Head spoken(PairReport pair) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        pair.transcript().said().stream()
                .filter(words -> words.speaker() == BoxName.CONTESTANT)
                .forEach(words -> said.writeBytes(words.bytes()));
        RunReport run = pair.contestant();
        long size = pair.transcript().cut()
                ? Math.max(run.outputBytes() - run.stderrHead().length, said.size())
                : said.size();
        return Head.of(Arrays.copyOf(said.toByteArray(), Math.min(said.size(), Check.HEAD_BYTES)), size);
    }

    private static TestResult result(TestCase test, int index, RunReport run, Judgement judgement, Head output) {
        return new TestResult(
                index,
                test.name(),
                test.group(),
                judgement.verdict(),
                judgement.reason(),
                exitCode(run.ending()),
                signal(run.ending()),
                run.cpu().toMillis(),
                run.wall().toMillis(),
                run.memoryPeakBytes(),
                judgement.feedback().toContestant(),
                judgement.feedback().toJury(),
                output,
                stderr(run, output.sizeBytes()));
    }

    private RunSpec spec(TestCase test) {
        return spec(new Stdin.HostFile(tests.file(test.input())));
    }

    private RunSpec spec(Stdin stdin) {
        return new RunSpec(BoxName.CONTESTANT, program.argv(), program.environment(), stdin, limits, STDERR_BYTES);
    }

    /** The size of a cut standard error is what was written and is not standard output. */
    private static Head stderr(RunReport run, long stdoutBytes) {
        byte[] head = run.stderrHead();
        if (head.length < STDERR_BYTES) {
            return Head.of(head, head.length);
        }
        return Head.of(Arrays.copyOf(head, Check.HEAD_BYTES), Math.max(run.outputBytes() - stdoutBytes, STDERR_BYTES));
    }

    static @Nullable Integer exitCode(Ending ending) {
        return ending instanceof Ending.Exited(var code) ? code : null;
    }

    static @Nullable Integer signal(Ending ending) {
        return ending instanceof Ending.Signalled(var signal) ? signal : null;
    }
}

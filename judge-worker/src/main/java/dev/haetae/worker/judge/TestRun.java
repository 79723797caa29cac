package dev.haetae.worker.judge;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.Limits;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Language;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Check;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.checker.KeptOutput;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.jury.PassValidation;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.PairReport;
import dev.haetae.worker.sandbox.PairSpec;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.sandbox.Transcript;
import dev.haetae.worker.sandbox.Transcript.Said;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs one compiled program on tests, and asks whoever judges them.
 *
 * @param limits at which it is stopped
 * @param asOf the time limit of which verdicts are, which may be less than that
 * @param headBytes how much is shown of each output
 */
record TestRun(
        Sandbox sandbox,
        ContestantBox box,
        Compiled program,
        RunLimits limits,
        Duration asOf,
        OpenTestSet tests,
        Validation validation,
        int headBytes)
        implements TestJudge {

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

    @Override
    public Outcome on(TestCase test, int index) {
        if (test.checker() instanceof CheckerSpec.StaticValidator validator) {
            Judgement judgement = Verdicts.compared(validation.inspect(test, validator));
            return new Outcome(HandedIn.result(test, index, judgement, null), judgement.claim());
        }
        return result(test, index, runs(test));
    }

    /** Runs and checks a test, at least once. */
    List<PassResult> runs(TestCase test) {
        return test.howToRun().repeats() ? passes(test) : List.of(once(test));
    }

    private PassResult once(TestCase test) {
        box.prepare(test);
        return switch (test.checker()) {
            case CheckerSpec.DefaultValidator flags -> {
                Check check = new Check(flags, tests.file(test.answer()));
                RunReport run = run(test, check);
                Judgement judgement = Verdicts.of(run, () -> compared(test, check, check::comparison));
                yield new PassResult(run, judgement, check.output());
            }
            case CheckerSpec.OutputValidators validators -> {
                try (KeptOutput output = new KeptOutput(headBytes)) {
                    RunReport run = run(test, output);
                    Judgement judgement = Verdicts.of(
                            run, () -> compared(test, output, () -> validation.judge(test, validators, output.file())));
                    yield new PassResult(run, judgement, output.head());
                }
            }
            case CheckerSpec.Interactor interactor -> {
                PairReport pair = talk(test, validation.interactor(test, interactor), Validation.accepting(interactor));
                Comparison decided = validation.decided(test, interactor, pair.jury());
                yield talked(pair, decided, () -> validation.checked(test, interactor, decided));
            }
            case CheckerSpec.StaticValidator _ -> throw new IllegalArgumentException(test.name() + " runs no program");
        };
    }

    /** What is left in a file is read when the run has ended well. */
    private RunReport run(TestCase test, OutputReader output) {
        boolean isStreamed = test.howToRun().outputFile() == null;
        return sandbox.run(spec(test, input(test)), isStreamed ? output : OutputReader.ignoring());
    }

    private Comparison compared(TestCase test, OutputReader output, Supplier<Comparison> comparison) {
        String file = test.howToRun().outputFile();
        return file == null || OutputFile.read(sandbox, file, limits.outputBytes(), output)
                ? comparison.get()
                : new Comparison.Different(new Feedback("There is no file " + file + ".", null), Claim.NOTHING);
    }

    /** Each pass has a box in which nothing is left of the one before; the validator keeps its feedback directory. */
    private List<PassResult> passes(TestCase test) {
        List<PassResult> done = new ArrayList<>();
        try (PassValidation passes = validation.passes(test);
                KeptOutput output = new KeptOutput(headBytes)) {
            do {
                box.prepare(test);
                done.add(pass(test, passes, output));
            } while (done.getLast().isAccepted() && passes.goesOn());
        }
        return done;
    }

    private PassResult pass(TestCase test, PassValidation passes, KeptOutput output) {
        if (passes.isInteractive()) {
            PairReport pair = talk(test, passes.interactor(), Validation.ACCEPTED);
            Comparison decided = passes.decided(pair.jury());
            return talked(pair, decided, () -> decided);
        }
        byte[] given = beginning(passes.input());
        RunReport run = sandbox.run(spec(test, new Stdin.HostFile(passes.input())), output);
        Judgement judgement = Verdicts.of(run, () -> passes.judge(output.file()));
        return new PassResult(run, judgement, output.head(), said(given, output.head()));
    }

    private byte[] beginning(Path input) {
        try (InputStream in = Files.newInputStream(input)) {
            return in.readNBytes(headBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A pass's input cannot be read", e);
        }
    }

    /** A pass without an interactor is a conversation, too. */
    private Transcript said(byte[] given, Head answered) {
        Said first = new Said(BoxName.JURY, given);
        Said second = new Said(BoxName.CONTESTANT, answered.text().getBytes(StandardCharsets.UTF_8));
        return new Transcript(List.of(first, second), given.length == headBytes || answered.truncated());
    }

    private PairReport talk(TestCase test, RunSpec interactor, int accepting) {
        return sandbox.runPair(new PairSpec(spec(test, new Stdin.Empty()), interactor, TRANSCRIPT_BYTES, accepting));
    }

    private PassResult talked(PairReport pair, Comparison decided, Supplier<Comparison> checked) {
        return new PassResult(pair.contestant(), Verdicts.of(pair, decided, checked), spoken(pair), pair.transcript());
    }

    /** The beginning of what the program said; where the transcript was cut, its size is what was written and is not standard error. */
    private Head spoken(PairReport pair) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        pair.transcript().said().stream()
                .filter(words -> words.speaker() == BoxName.CONTESTANT)
                .forEach(words -> said.writeBytes(words.bytes()));
        RunReport run = pair.contestant();
        long size = pair.transcript().cut()
                ? Math.max(run.outputBytes() - run.stderrHead().length, said.size())
                : said.size();
        return Head.of(Arrays.copyOf(said.toByteArray(), Math.min(said.size(), headBytes)), size);
    }

    Outcome result(TestCase test, int index, List<PassResult> passes) {
        PassResult last = passes.getLast();
        Judgement judgement = asOf(passes);
        Feedback feedback = feedback(passes);
        TestResult result = new TestResult(
                index,
                test.name(),
                test.group(),
                judgement.verdict(),
                judgement.reason(),
                exitCode(last.run().ending()),
                signal(last.run().ending()),
                most(passes, run -> run.cpu().toMillis()),
                most(passes, run -> run.wall().toMillis()),
                most(passes, RunReport::memoryPeakBytes),
                feedback.toContestant(),
                feedback.toJury(),
                last.output(),
                stderr(last.run(), last.output().sizeBytes()),
                test.howToRun().repeats() ? reported(passes) : null,
                null,
                null);
        return new Outcome(result, judgement.claim());
    }

    /** What went on for longer than the limit was too slow, whatever came of it. */
    private Judgement asOf(List<PassResult> passes) {
        boolean stretched = asOf.compareTo(limits.cpu()) < 0;
        boolean tooSlow = passes.stream().anyMatch(pass -> pass.run().cpu().compareTo(asOf) >= 0);
        return stretched && tooSlow
                ? Judgement.of(Verdict.TIME_LIMIT_EXCEEDED, Reason.CPU)
                : passes.getLast().judgement();
    }

    private static long most(List<PassResult> passes, ToLongFunction<RunReport> figure) {
        return passes.stream().map(PassResult::run).mapToLong(figure).max().orElseThrow();
    }

    /** Of the last pass that a validator has seen: it may have gone on writing in the same files. */
    private static Feedback feedback(List<PassResult> passes) {
        return passes.reversed().stream()
                .map(pass -> pass.judgement().feedback())
                .filter(said -> !said.equals(Feedback.NONE))
                .findFirst()
                .orElse(Feedback.NONE);
    }

    private static List<TestResult.Pass> reported(List<PassResult> passes) {
        List<TestResult.Pass> reported = new ArrayList<>();
        passes.forEach(pass -> reported.add(pass.reported(reported.size() + 1)));
        return reported;
    }

    private Stdin input(TestCase test) {
        return input(test, tests);
    }

    /** Its input, unless that lies in a file. */
    static Stdin input(TestCase test, OpenTestSet tests) {
        return test.howToRun().inputFile() == null ? new Stdin.HostFile(tests.file(test.input())) : new Stdin.Empty();
    }

    private RunSpec spec(TestCase test, Stdin stdin) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(test.howToRun().arguments());
        return new RunSpec(BoxName.CONTESTANT, command, program.environment(), stdin, limits, mostStderrBytes());
    }

    /** The size of a cut standard error is what was written and is not standard output. */
    private Head stderr(RunReport run, long stdoutBytes) {
        byte[] head = run.stderrHead();
        if (head.length < mostStderrBytes()) {
            return Head.of(head, head.length);
        }
        return Head.of(Arrays.copyOf(head, headBytes), Math.max(run.outputBytes() - stdoutBytes, mostStderrBytes()));
    }

    /** One byte more than is shown, so that it is known whether there was more. */
    private int mostStderrBytes() {
        return headBytes + 1;
    }

    static @Nullable Integer exitCode(Ending ending) {
        return ending instanceof Ending.Exited(var code) ? code : null;
    }

    static @Nullable Integer signal(Ending ending) {
        return ending instanceof Ending.Signalled(var signal) ? signal : null;
    }
}

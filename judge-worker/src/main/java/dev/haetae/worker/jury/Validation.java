package dev.haetae.worker.jury;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.CheckerSpec.Interactor;
import dev.haetae.common.CheckerSpec.OutputValidators;
import dev.haetae.common.CheckerSpec.StaticValidator;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.checker.KeptOutput;
import dev.haetae.worker.jury.PassValidation.Judging;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges outputs by the problem's own validators, which were built before. */
public final class Validation {

    /** The exit code by which validators of the ICPC formats accept. */
    public static final int ACCEPTED = 42;

    private static final int REJECTED = 43;

    /** What a box can be given; whether it is ever used is the package's limit. */
    private static final long MOST_PASSES_BYTES = 1L << 38;

    private final OpenTestSet tests;
    private final Sandbox sandbox;
    private final Map<Limited, BuiltProgram> built;
    private final boolean scored;
    private final Submitted submitted;

    private Validation(
            OpenTestSet tests, Sandbox sandbox, Map<Limited, BuiltProgram> built, boolean scored, Submitted submitted) {
        this.tests = tests;
        this.sandbox = sandbox;
        this.built = Map.copyOf(built);
        this.scored = scored;
        this.submitted = submitted;
    }

    private record Limited(ProgramSpec program, ValidationLimits limits) {}

    /**
     * Builds what the tests need.
     *
     * @param scored whether validators are asked what a test is worth
     * @throws JuryFaultException when that cannot be done
     */
    public static Validation of(OpenTestSet tests, JuryPrograms programs, Sandbox sandbox, boolean scored)
            throws InterruptedException {
        return of(tests, tests.tests(), programs, sandbox, scored);
    }

    /**
     * Builds what these test cases need, whose files the tests have.
     *
     * @throws JuryFaultException when that cannot be done
     */
    public static Validation of(
            OpenTestSet tests, List<TestCase> cases, JuryPrograms programs, Sandbox sandbox, boolean scored)
            throws InterruptedException {
        Map<Limited, BuiltProgram> built = new HashMap<>();
        for (TestCase test : cases) {
            for (Limited limited : needed(test.checker())) {
                if (!built.containsKey(limited)) {
                    BuiltProgram program = programs.get(limited.program(), limited.limits(), tests, sandbox);
                    built.put(limited, limited.program().runsBesideSubmission() ? program.besideSubmission() : program);
                }
            }
        }
        return new Validation(tests, sandbox, built, scored, Submitted.NOTHING);
    }

    /** The same for this submission. */
    public Validation of(Submitted submission) {
        return new Validation(tests, sandbox, built, scored, submission);
    }

    private static List<Limited> needed(CheckerSpec checker) {
        return switch (checker) {
            case CheckerSpec.DefaultValidator _ -> List.of();
            case OutputValidators validators -> limited(validators, validators.limits());
            case Interactor interactor -> limited(interactor, interactor.limits());
            case StaticValidator validator -> limited(validator, validator.limits());
        };
    }

    private static List<Limited> limited(CheckerSpec checker, ValidationLimits limits) {
        return checker.programs().stream()
                .map(program -> new Limited(program, limits))
                .toList();
    }

    /**
     * Judges the output of a run that ended well: right when all accept it, and worth what the last one says that says something.
     *
     * @throws JuryFaultException when a validator does neither accept nor reject
     */
    public Comparison judge(TestCase test, OutputValidators validators, Path output) {
        Feedback said = Feedback.NONE;
        Claim claim = Claim.NOTHING;
        for (ProgramSpec program : validators.programs()) {
            Comparison latest = compare(program, test, validators, output);
            said = said.and(latest.feedback());
            claim = latest.claim().equals(Claim.NOTHING) ? claim : latest.claim();
            if (latest instanceof Comparison.Different) {
                return new Comparison.Different(said, latest.claim());
            }
        }
        return new Comparison.Same(said, claim);
    }

    /**
     * Judges the submission's files.
     *
     * @throws JuryFaultException when the validator does neither accept nor reject
     */
    public Comparison inspect(TestCase test, StaticValidator validator) {
        BuiltProgram ready = opened(validator.program(), test, validator.limits());
        RunSpec run = new RunSpec(
                BoxName.JURY,
                ValidatorBox.looking(ready, submitted, validator.arguments()),
                ready.environment(),
                new Stdin.Empty(),
                JuryLimits.of(validator.limits(), ready),
                0);
        return decision(validator.program(), test, validator.limits(), sandbox.run(run, OutputReader.ignoring()));
    }

    private Comparison compare(ProgramSpec program, TestCase test, OutputValidators validators, Path output) {
        ValidationLimits limits = validators.limits();
        if (program.speaksTestlib()) {
            return check(program, test, limits, output);
        }
        BuiltProgram ready = opened(program, test, limits);
        RunSpec run = spec(ready, validators.arguments(), JuryLimits.of(limits, ready), new Stdin.HostFile(output));
        return decision(program, test, limits, sandbox.run(run, OutputReader.ignoring()));
    }

    private Comparison check(ProgramSpec program, TestCase test, ValidationLimits limits, Path output) {
        BuiltProgram ready = ready(program, limits);
        sandbox.open(ValidatorBox.with(output, ValidatorBox.of(ready, test, tests, limits.outputBytes())));
        RunSpec run = TestlibEnd.spec(ready, ValidatorBox.checking(ready), JuryLimits.of(limits, ready));
        return decision(program, test, limits, sandbox.run(run, OutputReader.ignoring()));
    }

    /** What is run beside a program, in a jury's box that is opened for it. */
    public RunSpec interactor(TestCase test, Interactor interactor) {
        BuiltProgram ready = opened(interactor.program(), test, interactor.limits());
        RunLimits limits = JuryLimits.besideAProgram(interactor.limits(), ready);
        return interactor.program().speaksTestlib()
                ? TestlibEnd.spec(ready, ValidatorBox.interacting(ready), limits)
                : spec(ready, interactor.arguments(), limits, new Stdin.Empty());
    }

    /** The exit code by which an interactor accepts. */
    public static int accepting(Interactor interactor) {
        return interactor.program().speaksTestlib() ? TestlibEnd.RIGHT : ACCEPTED;
    }

    /**
     * What an interactor has decided.
     *
     * @param run of the interactor
     * @throws JuryFaultException when it did neither accept nor reject
     */
    public Comparison decided(TestCase test, Interactor interactor, RunReport run) {
        if (interactor.program().speaksTestlib()) {
            // The runner lets a program go on after an interactor's 0 only: points are for the checker to give.
            return TestlibEnd.decision(interactor.program(), test, interactor.limits(), run, false);
        }
        return decision(interactor.program(), test, interactor.limits(), run);
    }

    /**
     * What comes of an interactor's decision when the program ended well, too: the checker, if there is one, judges what the interactor that
     * accepted it wrote. Nothing may have run since.
     *
     * @throws JuryFaultException when the checker did neither accept nor reject
     */
    public Comparison checked(TestCase test, Interactor interactor, Comparison decided) {
        ProgramSpec checker = interactor.checker();
        if (checker == null || decided instanceof Comparison.Different) {
            return decided;
        }
        try (KeptOutput written = new KeptOutput()) {
            written.read(new ByteArrayInputStream(ValidatorBox.written(sandbox, interactor.limits())));
            Comparison last = check(checker, test, interactor.limits(), written.file());
            Feedback said = decided.feedback().and(last.feedback());
            return switch (last) {
                case Comparison.Same same -> new Comparison.Same(said, same.claim());
                case Comparison.Different different -> new Comparison.Different(said, different.claim());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for what an interactor wrote", e);
        }
    }

    private Claim claim(ValidationLimits limits) {
        return scored ? ValidatorBox.claim(sandbox, limits) : Claim.NOTHING;
    }

    /**
     * The passes of a test that has some.
     *
     * @throws JuryFaultException when no one program is there to judge them
     */
    public PassValidation passes(TestCase test) {
        Judging judging = judging(test.checker());
        long outputBytes =
                Math.min(judging.limits().outputBytes() * (test.howToRun().passes() + 1L), MOST_PASSES_BYTES);
        BoxSpec box = box(judging.program(), judging.built(), test, outputBytes);
        return new PassValidation(sandbox, test, judging, box, tests.file(test.input()));
    }

    private Judging judging(CheckerSpec checker) {
        return switch (checker) {
            case OutputValidators(var programs, var arguments, var limits)
            when programs.size() == 1 -> judging(programs.getFirst(), arguments, limits, false);
            case Interactor(var program, var arguments, var limits, var _) -> judging(program, arguments, limits, true);
            case CheckerSpec.DefaultValidator _, OutputValidators _, StaticValidator _ ->
                throw new JuryFaultException(
                        FaultyPart.PROBLEM, "A test with more than one pass needs exactly one output validator");
        };
    }

    private Judging judging(ProgramSpec program, List<String> arguments, ValidationLimits limits, boolean interactive) {
        BuiltProgram ready = ready(program, limits);
        return new Judging(program, ready, arguments, limits, interactive, scored);
    }

    private BuiltProgram ready(ProgramSpec program, ValidationLimits limits) {
        return Objects.requireNonNull(built.get(new Limited(program, limits)));
    }

    private BuiltProgram opened(ProgramSpec program, TestCase test, ValidationLimits limits) {
        BuiltProgram ready = ready(program, limits);
        sandbox.open(box(program, ready, test, limits.outputBytes()));
        return ready;
    }

    private BoxSpec box(ProgramSpec program, BuiltProgram ready, TestCase test, long outputBytes) {
        BoxSpec box = ValidatorBox.of(ready, test, tests, outputBytes);
        return program.runsBesideSubmission() ? submitted.in(box) : box;
    }

    private Comparison decision(ProgramSpec program, TestCase test, ValidationLimits limits, RunReport run) {
        if (program.speaksTestlib()) {
            return TestlibEnd.decision(program, test, limits, run, scored);
        }
        boolean accepted = accepted(program, test, run, limits);
        Feedback said = ValidatorBox.feedback(sandbox, limits);
        Claim claim = claim(limits);
        return accepted ? new Comparison.Same(said, claim) : new Comparison.Different(said, claim);
    }

    static boolean accepted(ProgramSpec program, TestCase test, RunReport run, ValidationLimits limits) {
        String fault = JuryLimits.fault(run, limits);
        if (fault != null) {
            throw JuryFaultException.of(program.name(), fault + " on " + test.name());
        }
        int code = JuryLimits.exitCode(run);
        if (code != ACCEPTED && code != REJECTED) {
            String how = " ended with exit code %d, neither %d nor %d, on ".formatted(code, ACCEPTED, REJECTED);
            throw JuryFaultException.of(program.name(), how + test.name());
        }
        return code == ACCEPTED;
    }

    static RunSpec spec(BuiltProgram program, List<String> arguments, RunLimits limits, Stdin stdin) {
        return new RunSpec(
                BoxName.JURY, ValidatorBox.command(program, arguments), program.environment(), stdin, limits, 0);
    }
}

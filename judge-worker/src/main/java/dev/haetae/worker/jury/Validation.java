package dev.haetae.worker.jury;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.CheckerSpec.OutputValidators;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Judges outputs by the problem's own validators, which were built before. */
public final class Validation {

    private static final int ACCEPTED = 42;
    private static final int REJECTED = 43;

    private final OpenTestSet tests;
    private final Sandbox sandbox;
    private final Map<Limited, BuiltProgram> built;

    private Validation(OpenTestSet tests, Sandbox sandbox, Map<Limited, BuiltProgram> built) {
        this.tests = tests;
        this.sandbox = sandbox;
        this.built = Map.copyOf(built);
    }

    private record Limited(ProgramSpec program, ValidationLimits limits) {}

    /**
     * Builds what the tests need.
     *
     * @throws JuryFaultException when that cannot be done
     */
    public static Validation of(OpenTestSet tests, JuryPrograms programs, Sandbox sandbox) throws InterruptedException {
        Map<Limited, BuiltProgram> built = new HashMap<>();
        for (TestCase test : tests.tests()) {
            switch (test.checker()) {
                case CheckerSpec.DefaultValidator _ -> {} // needs no program
                case OutputValidators(var specs, var _, var limits) -> {
                    for (ProgramSpec spec : specs) {
                        Limited limited = new Limited(spec, limits);
                        if (!built.containsKey(limited)) {
                            built.put(limited, programs.get(spec, limits, tests, sandbox));
                        }
                    }
                }
            }
        }
        return new Validation(tests, sandbox, built);
    }

    /**
     * Judges the output of a run that ended well: right when all accept it.
     *
     * @throws JuryFaultException when a validator does neither accept nor reject
     */
    public Comparison judge(TestCase test, OutputValidators validators, Path output) {
        Feedback said = Feedback.NONE;
        for (ProgramSpec program : validators.programs()) {
            boolean accepted = accepts(program, test, validators, output);
            said = said.and(ValidatorBox.feedback(sandbox, validators.limits()));
            if (!accepted) {
                return new Comparison.Different(said);
            }
        }
        return new Comparison.Same(said);
    }

    private boolean accepts(ProgramSpec program, TestCase test, OutputValidators validators, Path output) {
        ValidationLimits limits = validators.limits();
        BuiltProgram ready = Objects.requireNonNull(built.get(new Limited(program, limits)));
        sandbox.open(ValidatorBox.of(ready, test, tests, limits));
        RunReport run = sandbox.run(spec(ready, validators, output), OutputReader.ignoring());
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

    private static RunSpec spec(BuiltProgram program, OutputValidators validators, Path output) {
        ValidationLimits limits = validators.limits();
        return new RunSpec(
                BoxName.JURY,
                ValidatorBox.command(program, validators.arguments()),
                program.environment(),
                new Stdin.HostFile(output),
                JuryLimits.of(limits, program.processes(), program.memoryOverheadBytes(), limits.outputBytes()),
                0);
    }
}

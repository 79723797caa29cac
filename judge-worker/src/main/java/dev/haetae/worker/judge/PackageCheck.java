package dev.haetae.worker.judge;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.InputFault;
import dev.haetae.common.InputValidation;
import dev.haetae.common.InputValidation.OtherInput;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.worker.jury.InputValidator;
import dev.haetae.worker.jury.JuryFaultException;
import dev.haetae.worker.jury.JuryPrograms;
import dev.haetae.worker.jury.Submitted;
import dev.haetae.worker.testset.OpenTestSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a test set's input validators on its inputs, one validator after the other, and its output validators on known outputs. Whatever they do wrong is a fault of the package: only
 * test data that cannot be had, and a sandbox that fails, are ours.
 */
final class PackageCheck {

    private final OpenTestSet tests;
    private final JuryPrograms programs;
    private final Submitted model;
    private final Bench bench;
    private final List<Input> inputs = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();
    private final List<InputFault> faults = new ArrayList<>();

    PackageCheck(OpenTestSet tests, JuryPrograms programs, Submitted model, Bench bench) {
        this.tests = tests;
        this.programs = programs;
        this.model = model;
        this.bench = bench;
    }

    private record Input(TestCase test, boolean valid) {

        static Input of(TestCase test) {
            return new Input(test, true);
        }

        static Input of(OtherInput other) {
            String group = other.name().substring(0, Math.max(0, other.name().lastIndexOf('/')));
            BlobRef input = other.input();
            CheckerSpec none = CheckerSpec.DefaultValidator.WITHOUT_FLAGS;
            return new Input(new TestCase(other.name(), group, input, input, none, other.invocation()), other.valid());
        }

        String name() {
            return test.name();
        }
    }

    PackageChecked run() throws InterruptedException {
        InputValidation validation = tests.inputs();
        if (validation != null) {
            checkInputs(validation);
        }
        new OutputChecks(tests, programs, model, bench).run(this::add);
        return new PackageChecked(inputs.size(), faults);
    }

    private void checkInputs(InputValidation validation) throws InterruptedException {
        tests.tests().stream()
                .filter(test -> !test.looksAtFiles())
                .map(Input::of)
                .forEach(inputs::add);
        validation.others().stream().map(Input::of).forEach(inputs::add);
        bench.progress().accept(new JudgeProgress.Running(inputs.size()));
        boolean all = true;
        for (int index = 0; index < validation.validators().size(); index++) {
            all &= run(validation, index);
        }
        if (all) {
            inputs.stream()
                    .filter(input -> !input.valid() && !rejected.contains(input.name()))
                    .forEach(input -> add(new InputFault(null, input.name(), "no input validator rejects it")));
        }
    }

    /** Whether the validator could be run on all. */
    private boolean run(InputValidation validation, int index) throws InterruptedException {
        ProgramSpec program = validation.validators().get(index);
        InputValidator validator;
        try {
            bench.leash().check();
            validator = InputValidator.open(program, validation.limits(), tests, programs, bench.sandbox());
        } catch (JuryFaultException e) {
            String prefix = program.name() + " ";
            String message = String.valueOf(e.getMessage());
            add(new InputFault(
                    program.name(), null, message.startsWith(prefix) ? message.substring(prefix.length()) : message));
            return false;
        }
        for (Input input : inputs) {
            if (faults.size() == PackageChecked.MOST_FAULTS) {
                return false;
            }
            bench.leash().check();
            run(
                    validator,
                    program,
                    input,
                    validation.arguments(index, input.name(), input.test().group()));
        }
        return true;
    }

    private void run(InputValidator validator, ProgramSpec program, Input input, List<String> arguments) {
        String objection = validator.objection(input.test(), tests, arguments);
        if (objection == null) {
            return;
        }
        rejected.add(input.name());
        if (input.valid()) {
            add(new InputFault(program.name(), input.name(), objection));
        }
    }

    private void add(InputFault fault) {
        if (faults.size() < PackageChecked.MOST_FAULTS) {
            faults.add(fault);
        }
    }
}

package dev.haetae.worker.judge;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.InputFault;
import dev.haetae.common.OutputCheck;
import dev.haetae.common.SourceFile;
import dev.haetae.worker.checker.Check;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.jury.JuryFaultException;
import dev.haetae.worker.jury.JuryPrograms;
import dev.haetae.worker.jury.Submitted;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a test set's output validators about outputs of which it is known whether they are right.
 *
 * @param model what stands for the submission; where there is nothing, those that look at one are not asked
 */
record OutputChecks(OpenTestSet tests, JuryPrograms programs, Submitted model, Bench bench) {

    /** Asks, and hands on what is wrong. */
    void run(Consumer<InputFault> faults) throws InterruptedException {
        List<OutputCheck> checks =
                tests.outputs().stream().filter(this::canBeAsked).toList();
        Validation validation;
        try {
            validation = Validation.of(
                    tests, checks.stream().map(OutputCheck::test).toList(), programs, bench.sandbox(), false);
        } catch (JuryFaultException e) {
            faults.accept(new InputFault(null, null, String.valueOf(e.getMessage())));
            return;
        }
        for (OutputCheck check : checks) {
            bench.leash().check();
            objection(check, validation.of(submitted(check)))
                    .ifPresent(why ->
                            faults.accept(new InputFault(null, check.test().name(), why)));
        }
    }

    private boolean canBeAsked(OutputCheck check) {
        return !check.test().checker().seesSubmission() || !submitted(check).equals(Submitted.NOTHING);
    }

    /** Where answers are handed in, the output is what was. */
    private Submitted submitted(OutputCheck check) {
        return tests.takesAnswers()
                ? Submitted.of(List.of(new SourceFile(check.test().name(), tests.read(check.output()))))
                : model;
    }

    private Optional<String> objection(OutputCheck check, Validation validation) {
        try {
            Comparison comparison = compare(check, validation);
            boolean accepted = comparison instanceof Comparison.Same;
            return accepted == check.valid() ? Optional.empty() : Optional.of(why(accepted, comparison.feedback()));
        } catch (JuryFaultException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String why(boolean accepted, Feedback feedback) {
        String said = feedback.toJury() == null ? "" : ": " + feedback.toJury().strip();
        return (accepted ? "an output that is wrong is accepted" : "an output that is right is rejected") + said;
    }

    private Comparison compare(OutputCheck check, Validation validation) {
        return switch (check.test().checker()) {
            case CheckerSpec.DefaultValidator flags -> {
                Check compared = new Check(flags, tests.file(check.test().answer()));
                try (InputStream output = Files.newInputStream(tests.file(check.output()))) {
                    compared.read(output);
                } catch (IOException e) {
                    throw new UncheckedIOException("An output cannot be compared", e);
                }
                yield compared.comparison();
            }
            case CheckerSpec.OutputValidators validators ->
                validation.judge(check.test(), validators, tests.file(check.output()));
            case CheckerSpec.Interactor _, CheckerSpec.StaticValidator _ ->
                throw new IllegalArgumentException(check.test().name() + " compares no output");
        };
    }
}

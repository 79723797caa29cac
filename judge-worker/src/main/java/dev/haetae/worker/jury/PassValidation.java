package dev.haetae.worker.jury;

import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.checker.KeptOutput;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges the passes of one test by its only validator. Its work directory, with the feedback in it, stays from pass to pass; for another pass
 * it accepts and writes {@code nextpass.in}, which is taken away then.
 */
public final class PassValidation implements AutoCloseable {

    private final Sandbox sandbox;
    private final TestCase test;
    private final Judging judging;
    private final BoxSpec firstBox;
    private final KeptOutput asked = new KeptOutput();
    private Path input;
    private int pass = 1;

    PassValidation(Sandbox sandbox, TestCase test, Judging judging, BoxSpec box, Path input) {
        this.sandbox = sandbox;
        this.test = test;
        this.judging = judging;
        this.firstBox = box;
        this.input = input;
    }

    /** Who judges, and how. */
    record Judging(
            ProgramSpec program,
            BuiltProgram built,
            List<String> arguments,
            ValidationLimits limits,
            boolean interactive,
            boolean scored) {}

    /** Whether the validator talks with the program, instead of judging what it wrote. */
    public boolean isInteractive() {
        return judging.interactive();
    }

    /** What the program reads in this pass, or in an interactive problem the validator alone. */
    public Path input() {
        return input;
    }

    /**
     * Judges what a run that ended well has written in this pass.
     *
     * @throws JuryFaultException when the validator does neither accept nor reject, or rejects and wants another pass
     */
    public Comparison judge(Path output) {
        RunLimits limits = JuryLimits.of(judging.limits(), judging.built());
        open();
        return decided(sandbox.run(spec(limits, new Stdin.HostFile(output)), OutputReader.ignoring()));
    }

    /** What is run beside the program in this pass, in a jury's box that is opened for it. */
    public RunSpec interactor() {
        open();
        return spec(JuryLimits.besideAProgram(judging.limits(), judging.built()), new Stdin.Empty());
    }

    /**
     * What the validator has decided in this pass.
     *
     * @throws JuryFaultException as {@link #judge} does
     */
    public Comparison decided(RunReport run) {
        boolean accepted = Validation.accepted(judging.program(), test, run, judging.limits());
        Feedback said = ValidatorBox.feedback(sandbox, judging.limits());
        if (accepted) {
            return new Comparison.Same(said, claim());
        }
        if (NextPass.take(sandbox, judging, test, OutputReader.ignoring())) {
            throw fault(" rejected and wrote nextpass.in on ");
        }
        return new Comparison.Different(said, claim());
    }

    private Claim claim() {
        return judging.scored() ? ValidatorBox.claim(sandbox, judging.limits()) : Claim.NOTHING;
    }

    /**
     * Whether the validator, which has accepted, wants another pass; {@link #input} is that one's then.
     *
     * @throws JuryFaultException when there may be no more
     */
    public boolean goesOn() {
        if (!NextPass.take(sandbox, judging, test, asked)) {
            return false;
        }
        int most = test.howToRun().passes();
        if (pass == most) {
            throw fault(" wants more than %d passes on ".formatted(most));
        }
        pass++;
        input = asked.file();
        return true;
    }

    @Override
    public void close() {
        asked.close();
    }

    private void open() {
        sandbox.open(pass == 1 ? firstBox : ValidatorBox.again(firstBox, input));
    }

    private RunSpec spec(RunLimits limits, Stdin stdin) {
        return Validation.spec(judging.built(), judging.arguments(), limits, stdin);
    }

    private JuryFaultException fault(String what) {
        return JuryFaultException.of(judging.program().name(), what + test.name());
    }
}

package dev.haetae.worker.jury;

import dev.haetae.common.Invocation;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input validator that is ready to run. Its box is made once for all inputs: they are the package's own, as it is, so that nobody gains
 * by what one leaves to the next.
 */
public final class InputValidator {

    private static final int VALID = 42;
    private static final int HEAD_BYTES = 2 << 10;

    /** Block and inode of each file, and room to see that a limit was passed. */
    private static final long SPARE_BYTES = 16 << 20;

    private static final int SPARE_INODES = 1_024;

    private final int valid;
    private final BuiltProgram program;
    private final ValidationLimits limits;
    private final Sandbox sandbox;

    private InputValidator(int valid, BuiltProgram program, ValidationLimits limits, Sandbox sandbox) {
        this.valid = valid;
        this.program = program;
        this.limits = limits;
        this.sandbox = sandbox;
    }

    /**
     * Builds a validator, and opens its box.
     *
     * @throws JuryFaultException when it cannot be built
     */
    public static InputValidator open(
            ProgramSpec validator, ValidationLimits limits, OpenTestSet tests, JuryPrograms programs, Sandbox sandbox)
            throws InterruptedException {
        BuiltProgram program = programs.get(validator, limits, tests, sandbox);
        int valid = validator.speaksTestlib() ? TestlibEnd.RIGHT : VALID;
        InputValidator opened = new InputValidator(valid, program, limits, sandbox);
        opened.open(List.of(), 0);
        return opened;
    }

    private void open(List<BoxFile> more, long bytes) {
        List<BoxFile> files = new ArrayList<>(program.files());
        files.addAll(more);
        sandbox.open(new BoxSpec(
                BoxName.JURY,
                true,
                false,
                files,
                program.bytes() + bytes + limits.outputBytes() + SPARE_BYTES,
                2 * files.size() + SPARE_INODES,
                program.mounts()));
    }

    /**
     * What it has against a test's input, to go on behind its name; null when it accepts it. The program's arguments stand behind its own, and the
     * test's files lie beside it.
     *
     * @param tests has the files
     */
    public @Nullable String objection(TestCase test, OpenTestSet tests, List<String> arguments) {
        Invocation how = test.howToRun();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(how.arguments());
        if (how.files().isEmpty()) {
            return objection(tests.file(test.input()), all);
        }
        List<BoxFile> files = how.files().stream()
                .map(file -> BoxFile.copyOf(file.path(), tests.file(file.content())))
                .toList();
        open(
                files,
                how.files().stream()
                        .mapToLong(file -> file.content().sizeBytes())
                        .sum());
        String objection = objection(tests.file(test.input()), all);
        open(List.of(), 0);
        return objection;
    }

    /** What it has against an input, to go on behind its name; null when it accepts it. */
    private @Nullable String objection(Path input, List<String> arguments) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(arguments);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        RunReport run = sandbox.run(
                new RunSpec(
                        BoxName.JURY,
                        command,
                        program.environment(),
                        new Stdin.HostFile(input),
                        JuryLimits.of(limits, program),
                        HEAD_BYTES),
                stdout -> said.writeBytes(stdout.readNBytes(HEAD_BYTES)));
        String fault = JuryLimits.fault(run, limits);
        if (fault != null) {
            return fault.strip() + words(said, run);
        }
        int code = JuryLimits.exitCode(run);
        return code == valid ? null : "rejects it with exit code " + code + words(said, run);
    }

    private static String words(ByteArrayOutputStream said, RunReport run) {
        said.writeBytes(run.stderrHead());
        String words = Feedback.text(said.toByteArray()).strip();
        return words.isEmpty() ? "" : ": " + words;
    }
}

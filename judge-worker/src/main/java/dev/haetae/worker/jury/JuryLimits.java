package dev.haetae.worker.jury;

import dev.haetae.common.ValidationLimits;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.SandboxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The limits of the jury's programs, and how it is said that one of them was passed. */
final class JuryLimits {

    /** A runner takes no less. */
    private static final long LEAST_MEMORY_BYTES = 1 << 20;

    private JuryLimits() {}

    static RunLimits of(ValidationLimits limits, int processes, long memoryOverheadBytes, long outputBytes) {
        Duration time = Duration.ofMillis(limits.timeMillis());
        return new RunLimits(
                time,
                RunLimits.wallGuard(time),
                Math.max(limits.memoryBytes(), LEAST_MEMORY_BYTES) + memoryOverheadBytes,
                outputBytes,
                processes,
                0);
    }

    /** For a run that reads what was written before. */
    static RunLimits of(ValidationLimits limits, BuiltProgram program) {
        return of(limits, program.processes(), program.memoryOverheadBytes(), limits.outputBytes());
    }

    /** For a run beside a contestant's program, when that has ended: then there is nothing to wait for. */
    static RunLimits besideAProgram(ValidationLimits limits, BuiltProgram program) {
        RunLimits alone = of(limits, program);
        return new RunLimits(
                alone.cpu(),
                alone.cpu(),
                alone.memoryBytes(),
                alone.outputBytes(),
                alone.processes(),
                alone.stackBytes());
    }

    /** Why a run says nothing, to go on behind the program's name; null when it ended by itself within its limits. */
    static @Nullable String fault(RunReport run, ValidationLimits limits) {
        return switch (run.killed()) {
            case CPU, WALL -> " took longer than %d ms".formatted(limits.timeMillis());
            case MEMORY -> " needed more than %d MiB of memory".formatted(limits.memoryBytes() >> 20);
            case CANCEL, PARTNER -> throw new SandboxException("A program of the jury was ended from outside");
            case NONE ->
                switch (run.ending()) {
                    case Ending.Signalled(var signal) -> " was ended by signal " + signal;
                    case Ending.Exited(var _) -> run.outputOverLimit() ? tooMuchWritten(limits) : null;
                };
        };
    }

    /** The exit code of a run in which there was no {@link #fault}. */
    static int exitCode(RunReport run) {
        return switch (run.ending()) {
            case Ending.Exited(var code) -> code;
            case Ending.Signalled(var signal) -> throw new IllegalArgumentException("ended by signal " + signal);
        };
    }

    private static String tooMuchWritten(ValidationLimits limits) {
        return " wrote more than %d KiB".formatted(limits.outputBytes() >> 10);
    }
}

package dev.haetae.worker.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/** A run in the runner's words: its request, its report. */
final class RunFrames {

    private RunFrames() {}

    static Frame request(RunSpec run) {
        Frame frame = Frame.of(Request.RUN).number(Tag.BOX, run.box().ordinal());
        putStdin(frame, run.stdin());
        putProgram(frame, run);
        return frame;
    }

    /** All but the box and standard input. */
    static void putProgram(Frame frame, RunSpec run) {
        run.argv().forEach(argument -> frame.text(Tag.ARGUMENT, argument));
        run.environment().forEach((name, value) -> frame.text(Tag.ENVIRONMENT, name + "=" + value));
        RunLimits limits = run.limits();
        frame.number(Tag.CPU, limits.cpu().toNanos())
                .number(Tag.WALL, limits.wall().toNanos())
                .number(Tag.MEMORY, limits.memoryBytes())
                .number(Tag.OUTPUT, limits.outputBytes())
                .number(Tag.PROCESSES, limits.processes())
                .number(Tag.CORES, limits.cores())
                .number(Tag.STACK, limits.stackBytes())
                .number(Tag.STDERR_HEAD, run.stderrHeadBytes());
    }

    private static void putStdin(Frame frame, Stdin stdin) {
        switch (stdin) {
            case Stdin.Empty() -> {} // the runner's own default
            case Stdin.Bytes(byte[] bytes) -> frame.bytes(Tag.BYTES, bytes);
            case Stdin.HostFile(Path path) -> frame.text(Tag.PATH, path.toString());
        }
    }

    static RunReport report(Answer report) {
        return new RunReport(
                ending(report),
                killed(report.number(Tag.KILLED)),
                Duration.ofNanos(report.number(Tag.CPU_USED)),
                Duration.ofNanos(report.number(Tag.WALL_USED)),
                Duration.ofNanos(report.number(Tag.WAITED)),
                report.number(Tag.MEMORY_PEAK),
                Math.toIntExact(report.number(Tag.OOM_KILLS)),
                Math.toIntExact(report.number(Tag.PROCESS_LIMIT_HITS)),
                report.number(Tag.OUTPUT_USED),
                report.number(Tag.OVER) != 0,
                report.number(Tag.LEFTOVERS) != 0,
                report.bytes(Tag.STDERR).orElseGet(() -> new byte[0]));
    }

    private static Ending ending(Answer report) {
        return report.has(Tag.EXIT)
                ? new Ending.Exited(Math.toIntExact(report.number(Tag.EXIT)))
                : new Ending.Signalled(Math.toIntExact(report.number(Tag.SIGNAL)));
    }

    private static Killed killed(long number) {
        if (number < 0 || number >= Killed.values().length) {
            throw new SandboxException("The runner reports an unknown cause " + number);
        }
        return Killed.values()[(int) number];
    }
}

package dev.haetae.worker.judge;

import dev.haetae.worker.compile.Environment;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.sandbox.Stdin;
import java.time.Duration;
import java.util.List;

/** The file in its work directory in which a program that has ended left its output. */
final class OutputFile {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MEMORY_BYTES = 64 << 20;
    private static final int PROCESSES = 8;
    private static final String READ = "[ -f \"$1\" ] && [ ! -L \"$1\" ] && exec head -c \"$2\" \"./$1\"";

    private OutputFile() {}

    /**
     * Reads it, up to a byte more than its author may write: a file may be longer than what was written to it.
     *
     * @return whether there is a regular file of that name that can be read
     */
    static boolean read(Sandbox sandbox, String name, long outputBytes, OutputReader reader) {
        long most = outputBytes + 1;
        RunLimits limits = new RunLimits(LONGEST, LONGEST, MEMORY_BYTES, most, PROCESSES, 0);
        List<String> command = List.of("/bin/sh", "-c", READ, "sh", name, Long.toString(most));
        RunReport run = sandbox.run(
                new RunSpec(BoxName.CONTESTANT, command, Environment.COMMON, new Stdin.Empty(), limits, 0), reader);
        if (run.killed() != Killed.NONE) {
            throw new SandboxException("What a program left in " + name + " could not be read: " + run.killed());
        }
        return run.ending().equals(new Ending.Exited(0));
    }
}

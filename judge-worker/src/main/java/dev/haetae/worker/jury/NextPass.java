package dev.haetae.worker.jury;

import dev.haetae.common.TestCase;
import dev.haetae.worker.compile.Environment;
import dev.haetae.worker.jury.PassValidation.Judging;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.time.Duration;
import java.util.List;

/** Takes {@code nextpass.in} out of a validator's feedback directory: it is larger than what can be fetched, and must not stay. */
final class NextPass {

    private static final int NOT_THERE = 3;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MEMORY_BYTES = 64 << 20;
    private static final int PROCESSES = 8;
    private static final List<String> TAKE = List.of("/bin/sh", "-c", """
            cd /work/%s || exit 3
            [ -e nextpass.in ] || [ -L nextpass.in ] || exit 3
            [ -f nextpass.in ] && [ ! -L nextpass.in ] && cat nextpass.in && rm -f nextpass.in
            """.formatted(ValidatorBox.FEEDBACK));

    private NextPass() {}

    /**
     * Says whether there was one, which the reader has read then.
     *
     * @throws JuryFaultException when it is no file that can be read
     */
    static boolean take(Sandbox sandbox, Judging judging, TestCase test, OutputReader reader) {
        RunLimits limits =
                new RunLimits(LONGEST, LONGEST, MEMORY_BYTES, judging.limits().outputBytes(), PROCESSES, 0);
        RunReport run =
                sandbox.run(new RunSpec(BoxName.JURY, TAKE, Environment.COMMON, new Stdin.Empty(), limits, 0), reader);
        if (run.ending().equals(new Ending.Exited(NOT_THERE))) {
            return false;
        }
        boolean taken = run.killed() == Killed.NONE && run.ending().equals(new Ending.Exited(0));
        if (!taken || run.outputOverLimit()) {
            throw JuryFaultException.of(
                    judging.program().name(), " wrote a nextpass.in that cannot be read on " + test.name());
        }
        return true;
    }
}

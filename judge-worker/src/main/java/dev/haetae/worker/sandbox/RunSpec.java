package dev.haetae.worker.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A program to run in {@code /work} of an open box.
 *
 * @param argv the command; its first element is the absolute path of the program inside the box
 * @param environment the whole environment: nothing is inherited
 * @param stderrHeadBytes how much of the beginning of standard error the report brings back
 */
public record RunSpec(
        BoxName box,
        List<String> argv,
        Map<String, String> environment,
        Stdin stdin,
        RunLimits limits,
        int stderrHeadBytes) {

    public RunSpec {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty() || !argv.getFirst().startsWith("/")) {
            throw new IllegalArgumentException("A command starts with an absolute path: " + argv);
        }
        if (stderrHeadBytes < 0) {
            throw new IllegalArgumentException("stderrHeadBytes " + stderrHeadBytes);
        }
    }
}

package dev.haetae.worker.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to be started over and over.
 *
 * @param argv as in a box, where its files are in {@code /work}
 * @param runsPerRound how often each variant starts it before the next one's turn
 */
record BenchProgram(String name, List<String> argv, int runsPerRound) {

    private static final String WORK = "/work";

    BenchProgram {
        argv = List.copyOf(argv);
    }

    /** The same command outside of a box, with its files in a directory. */
    List<String> argvIn(Path files) {
        return argv.stream()
                .map(argument -> argument.startsWith(WORK) ? files + argument.substring(WORK.length()) : argument)
                .toList();
    }
}

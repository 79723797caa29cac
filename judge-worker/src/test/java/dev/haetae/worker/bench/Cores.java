package dev.haetae.worker.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cores that this process may use. */
final class Cores {

    private static final String KEY = "Cpus_allowed_list:";

    private Cores() {}

    static List<Integer> allowed() throws IOException {
        String list = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(KEY))
                .findFirst()
                .orElseThrow()
                .substring(KEY.length())
                .strip();
        return Stream.of(list.split(",")).flatMap(Cores::range).toList();
    }

    /** Keeps this process, with all its threads and whom it starts from now on, on one core. */
    static void stayOn(int core) throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process taskset = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", "" + core, self)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset does not keep us on core " + core);
        }
    }

    private static Stream<Integer> range(String range) {
        String[] ends = range.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .boxed();
    }
}

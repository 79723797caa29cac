package dev.haetae.worker.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.Arrays;
import java.util.List;

/** The program in C that starts others: the least that stands between a clock and a program. It holds a slot of the runner. */
final class Spawner implements AutoCloseable {

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    private Spawner(Process process) {
        this.process = process;
        this.requests = process.outputWriter();
        this.answers = process.inputReader();
    }

    static Spawner start(BenchPlace place, int slot, int core, int otherCore) throws IOException {
        return new Spawner(new ProcessBuilder(
                        place.spawner().toString(),
                        "--runner",
                        place.runner().toString(),
                        "--files",
                        place.files().toString(),
                        "--slot",
                        Integer.toString(slot),
                        "--core",
                        Integer.toString(core),
                        "--other",
                        Integer.toString(otherCore))
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** What {@code how} means is told in {@code bench.c}; a number for each run. */
    long[] run(String how, int count, List<String> argv) throws IOException {
        requests.write(how + "\t" + count + "\t" + String.join("\t", argv) + "\n");
        requests.flush();
        String numbers = answers.readLine();
        if (numbers == null) {
            throw new IOException("The spawner has ended over " + how + " " + argv);
        }
        return Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit().join();
    }
}

package dev.haetae.worker.bench;

import dev.haetae.worker.sandbox.BatchReader;
import dev.haetae.worker.sandbox.BatchSpec;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways to start a program that are compared. */
final class Variants {

    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/work", "TMPDIR", "/tmp");
    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1L << 30, 8 << 20, 32, 0);

    private Variants() {}

    /** All that this machine has; the first is what the others are compared with. */
    static List<Variant> all(Spawner spawner, Sandbox sandbox, BenchPlace place, boolean otherCore) {
        List<Variant> variants = new ArrayList<>();
        variants.add(bare("bare posix_spawn", spawner, place, List.of()));
        variants.add(slot("runner, C client on its core", "same", spawner));
        if (otherCore) {
            variants.add(slot("runner, C client on another core", "other", spawner));
        }
        variants.add(new Variant(
                "runner, from the JVM", (program, count) -> timed(count, () -> run(sandbox, program))));
        variants.add(
                new Variant("runner, a batch from the JVM", (program, count) -> batch(sandbox, program, place, count)));
        variants.add(new Variant(
                "ProcessBuilder, no sandbox",
                (program, count) -> timed(count, () -> run(program.argvIn(place.files())))));
        if (Files.isExecutable(BUBBLEWRAP)) {
            variants.add(bare("bubblewrap", spawner, place, bubblewrap(place)));
        }
        return variants;
    }

    /** The box of {@link #all}'s sandbox. */
    static BoxSpec box(BenchPlace place) throws IOException {
        try (Stream<Path> files = Files.list(place.files())) {
            List<BoxFile> all = files.map(file ->
                            BoxFile.copyOf(file.getFileName().toString(), file).asExecutable())
                    .toList();
            return new BoxSpec(BoxName.CONTESTANT, false, false, all, 64 << 20, 1000, List.of());
        }
    }

    private static Variant bare(String name, Spawner spawner, BenchPlace place, List<String> before) {
        return new Variant(name, (program, count) -> {
            List<String> argv = new ArrayList<>(before);
            argv.addAll(before.isEmpty() ? program.argvIn(place.files()) : program.argv());
            return spawner.run("bare", count, argv);
        });
    }

    private static Variant slot(String name, String how, Spawner spawner) {
        return new Variant(name, (program, count) -> spawner.run(how, count, program.argv()));
    }

    private static List<String> bubblewrap(BenchPlace place) {
        return List.of((BUBBLEWRAP
                        + " --unshare-all --die-with-parent --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib"
                        + " --symlink usr/lib64 /lib64 --proc /proc --dev /dev --tmpfs /tmp --ro-bind " + place.files()
                        + " /work --chdir /work")
                .split(" "));
    }

    private static void run(Sandbox sandbox, BenchProgram program) {
        requireSuccess(sandbox.run(spec(program), OutputReader.ignoring()));
    }

    /** All in one request; each takes from the report of the one before to its own. */
    private static long[] batch(Sandbox sandbox, BenchProgram program, BenchPlace place, int count) {
        List<Path> inputs = Collections.nCopies(count, place.anyFile());
        long[] ends = new long[count + 1];
        ends[0] = System.nanoTime();
        sandbox.runBatch(new BatchSpec(spec(program), inputs, false), new BatchReader() {
            @Override
            public void read(int index, InputStream stdout) {}

            @Override
            public boolean goesOn(int index, RunReport report) {
                requireSuccess(report);
                ends[index + 1] = System.nanoTime();
                return true;
            }
        });
        return IntStream.range(0, count)
                .mapToLong(run -> ends[run + 1] - ends[run])
                .toArray();
    }

    private static RunSpec spec(BenchProgram program) {
        return new RunSpec(BoxName.CONTESTANT, program.argv(), ENVIRONMENT, new Stdin.Empty(), LIMITS, 0);
    }

    private static void requireSuccess(RunReport report) {
        if (!report.ending().equals(new Ending.Exited(0))) {
            throw new IllegalStateException("A program did not end well in its box: " + report);
        }
    }

    private static void run(List<String> argv) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(argv)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(argv + " ends with " + exit);
        }
    }

    private static long[] timed(int count, Action action) throws Exception {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            action.run();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }
}

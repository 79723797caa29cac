package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The runner that the build made, and the vocabulary of tests with it. */
final class TestRunner {

    static final long MIB = 1 << 20;

    private static final AtomicInteger SLOTS = new AtomicInteger();
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/work", "TMPDIR", "/tmp");

    private TestRunner() {}

    static Runner runner() {
        Path directory = Path.of(
                System.getProperty("java.io.tmpdir"),
                "haetae-runner-" + ProcessHandle.current().pid());
        return new Runner(Path.of("target", "haetae-runner").toAbsolutePath(), directory, name());
    }

    static String name() {
        return "test-" + ProcessHandle.current().pid();
    }

    static Sandbox start() {
        if (!Files.isExecutable(runner().executable())) {
            throw new IllegalStateException("Build the runner first: mvn -pl judge-worker process-classes");
        }
        Sandbox sandbox = runner().start(SLOTS.getAndIncrement());
        runner().directory().toFile().deleteOnExit();
        return sandbox;
    }

    /** Begins to make something of {@code native} on all cores, with all that is said in one stream. */
    static Process make(String... arguments) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> command = new ArrayList<>(List.of("make", "-s", "-j" + cores, "-C", "native"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static BoxSpec writable(BoxFile... files) {
        return new BoxSpec(BoxName.CONTESTANT, true, false, Arrays.asList(files), 64 * MIB, 1000, List.of());
    }

    static BoxSpec readOnly(BoxFile... files) {
        return new BoxSpec(BoxName.CONTESTANT, false, false, Arrays.asList(files), 64 * MIB, 1000, List.of());
    }

    static BoxSpec keeping() {
        return new BoxSpec(BoxName.CONTESTANT, false, true, List.of(), 64 * MIB, 1000, List.of());
    }

    static RunLimits limits() {
        return new RunLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 512 * MIB, 8 * MIB, 64, 0);
    }

    static RunSpec program(RunLimits limits, String... argv) {
        return program(limits, new Stdin.Empty(), argv);
    }

    static RunSpec program(RunLimits limits, Stdin stdin, String... argv) {
        return new RunSpec(BoxName.CONTESTANT, List.of(argv), ENVIRONMENT, stdin, limits, 4096);
    }

    static RunSpec program(String... argv) {
        return program(limits(), argv);
    }

    /** The most generous limits, for compilers. */
    static RunSpec compiler(String... argv) {
        return program(
                new RunLimits(Duration.ofSeconds(60), Duration.ofSeconds(120), 2048 * MIB, 64 * MIB, 256, 0), argv);
    }
}

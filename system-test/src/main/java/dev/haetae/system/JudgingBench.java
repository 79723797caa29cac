package dev.haetae.system;

import dev.haetae.system.Bench.Measurement;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** From POST to verdict of a C++ solution with more than 20 tests, beside a bare compiler and as many bare runs. */
final class JudgingBench implements Measurement {

    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 11;

    private final BenchSystem system;
    private final Path problem;

    JudgingBench(BenchSystem system) {
        this.system = system;
        this.problem = Launcher.project().resolve("problems").resolve(PROBLEM);
    }

    /** The sample problem with the most tests. */
    private static final String PROBLEM = "lanterns";

    @Override
    public String title() {
        return "POST to verdict of a C++ solution of " + PROBLEM + ", beside bare g++ and bare runs on its tests";
    }

    @Override
    public List<String> run() throws IOException, InterruptedException {
        Client client = system.admin();
        Path source = acceptedSource();
        String text = Files.readString(source);
        double[] judged = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            judge(client, text);
        }
        bare(source);
        for (int round = 0; round < ROUNDS; round++) {
            judged[round] = judge(client, text);
            bare[round] = bare(source);
        }
        Samples ours = new Samples(judged);
        Samples theirs = new Samples(bare);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "haetae %.0f ms, bare %.0f ms (medians of %d)",
                        ours.median(),
                        theirs.median(),
                        ROUNDS),
                String.format(Locale.ROOT, "ratio %.2f (goal at most 1.3)", ours.median() / theirs.median()));
    }

    private Path acceptedSource() throws IOException {
        try (Stream<Path> files = Files.list(problem.resolve("submissions/accepted"))) {
            return files.filter(file -> file.toString().endsWith(".cpp"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static double judge(Client client, String source) {
        long start = System.nanoTime();
        String id = client.submit(PROBLEM, "cpp", source);
        try (Stream<String> events = client.events(id)) {
            events.forEach(_line -> {});
        }
        double millis = (System.nanoTime() - start) / 1e6;
        String verdict = client.submission(id).get("verdict").asString();
        if (!verdict.equals("ACCEPTED")) {
            throw new IllegalStateException("the benchmark's submission was judged " + verdict);
        }
        return millis;
    }

    private double bare(Path source) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("haetae-bench");
        Path program = folder.resolve("program");
        List<Path> inputs = inputs();
        long start = System.nanoTime();
        run(
                folder,
                Redirect.from(source.toFile()),
                "/usr/bin/g++",
                "-x",
                "c++",
                "-std=gnu++20",
                "-O2",
                "-static",
                "-o",
                program.toString(),
                "-");
        for (Path input : inputs) {
            run(folder, Redirect.from(input.toFile()), program.toString());
        }
        double millis = (System.nanoTime() - start) / 1e6;
        Files.delete(program);
        Files.delete(folder.resolve("out"));
        Files.delete(folder);
        return millis;
    }

    private List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(problem.resolve("data"))) {
            return files.filter(file -> file.toString().endsWith(".in"))
                    .sorted()
                    .toList();
        }
    }

    private static void run(Path folder, Redirect input, String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }
}

package dev.haetae.worker.bench;

import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run in the sandbox costs. {@code ./haetae bench runner} builds what it needs and starts it as root. */
public final class RunnerBench {

    private static final int ROUNDS = 15;
    private static final Duration WARM_UP =
            Duration.ofSeconds(5); // a worker's JVM has compiled what it runs for each test
    private static final double IDLE_LOAD = 2.5;
    private static final int FIRST_SLOT = 490; // no worker's

    private static final BenchProgram NOOP = new BenchProgram("static no-op", List.of("/work/noop"), 400);
    private static final BenchProgram SPIN = new BenchProgram("spin", List.of("/work/spin"), 5);

    private RunnerBench() {}

    /** Takes the directory that the build has written to, the Java program's source, and how many rounds there are to be. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: RunnerBench TARGET HELLO.JAVA [ROUNDS]");
            System.exit(2);
        }
        BenchPlace place = new BenchPlace(Path.of(arguments[0]).toAbsolutePath());
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        place.compileJava(Path.of(arguments[1]));
        Path sockets = Files.createTempDirectory("haetae-bench");
        try {
            measure(
                    place,
                    new Runner(
                            place.runner(),
                            sockets,
                            "bench-" + ProcessHandle.current().pid()),
                    rounds);
        } finally {
            Files.delete(sockets);
        }
    }

    private static void measure(BenchPlace place, Runner runner, int rounds) throws Exception {
        List<Integer> cores = Cores.allowed();
        int core = cores.getLast();
        int other = cores.getFirst();
        try (Spawner spawner = Spawner.start(place, FIRST_SLOT, core, other);
                Spawner second = Spawner.start(place, FIRST_SLOT + 1, other, core);
                Sandbox sandbox = runner.start(0)) {
            Cores.stayOn(other);
            sandbox.open(Variants.box(place));
            List<Variant> variants = Variants.all(spawner, sandbox, place, core != other);
            for (Variant variant : variants) {
                warmUp(variant);
            }
            List<BenchProgram> programs = programs();
            Comparison comparison = new Comparison(variants, programs);
            BoxBench boxes = new BoxBench(sandbox);
            ParallelBench parallel = new ParallelBench(
                    core == other ? List.of(spawner) : List.of(spawner, second), programs, SPIN, place);
            for (int round = 0; round < rounds; round++) {
                comparison.round();
                boxes.round();
                parallel.round();
            }
            print(method(rounds, core, other));
            if (load() > IDLE_LOAD) {
                print(List.of(
                        "Others use this machine, and between two processes that take turns they come in more often than within one:",
                        "these figures say little of the runner."));
            }
            print(comparison.table());
            print(List.of(boxes.line()));
            print(parallel.lines());
        }
    }

    private static void warmUp(Variant variant) throws Exception {
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            variant.starter().start(NOOP, NOOP.runsPerRound());
        }
    }

    private static List<BenchProgram> programs() {
        List<BenchProgram> programs = new ArrayList<>(List.of(
                NOOP,
                new BenchProgram("C++ hello", List.of("/work/hello"), 50),
                new BenchProgram("Python hello", List.of("/usr/bin/python3", "/work/hello.py"), 10)));
        String java = BenchPlace.javaHome("java");
        if (java.startsWith("/usr/")) {
            programs.add(new BenchProgram(
                    "Java hello", List.of(java, "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", "/work", "Hello"), 4));
        } else {
            System.out.println("no Java hello: a box sees /usr, and the JDK is " + java);
        }
        return programs;
    }

    private static List<String> method(int rounds, int core, int other) throws IOException {
        return List.of(
                rounds + " rounds after " + WARM_UP.toSeconds() + " s of each variant, load " + load()
                        + " at the end. In a round each variant has its turn with each program; of each turn",
                "the median counts, of all rounds the median of these, in µs, and of the differences and ratios to bare within a round.",
                "Programs run on core " + core
                        + " as ordinary processes (SCHED_OTHER, nice 0), those of ProcessBuilder on core " + other
                        + ", where the JVM is kept;",
                "standard output goes to /dev/null, with the runner through a pipe that it drains. Another core is core "
                        + other + ", too.",
                "Bubblewrap: all namespaces, /usr read-only, own /proc, /dev and /tmp. Goals: no-op at most +60 by the C client on its core",
                "and +120 from the JVM, C++ hello at most 1.10x.");
    }

    /** Our own share of it is one for the programs under way, and two when both slots are busy. */
    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    private static void print(List<String> lines) {
        System.out.println();
        lines.forEach(System.out::println);
    }
}

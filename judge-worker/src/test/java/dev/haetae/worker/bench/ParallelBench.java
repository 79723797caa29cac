package dev.haetae.worker.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two slots at a time, beside as many bare starters: how many programs a second, and how steady the CPU time of one is. */
final class ParallelBench {

    private static final int RUNS = 200;
    private static final int SPINS = 5;

    private final List<Spawner> spawners;
    private final BenchProgram noop;
    private final BenchProgram spin;
    private final BenchPlace place;
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Long> cpu = new ArrayList<>();

    ParallelBench(List<Spawner> spawners, BenchProgram noop, BenchProgram spin, BenchPlace place) {
        this.spawners = List.copyOf(spawners);
        this.noop = noop;
        this.spin = spin;
        this.place = place;
    }

    void round() throws Exception {
        bare.add(perSecond("bare", noop.argvIn(place.files())));
        ours.add(perSecond("same", noop.argv()));
        for (long[] figures : together("cpu", SPINS, spin.argv())) {
            Arrays.stream(figures).forEach(cpu::add);
        }
    }

    List<String> lines() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < bare.size(); round++) {
            ratios.add(ours.get(round) / bare.get(round));
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s, %d at a time: %.0f runs/s, bare %.0f: %.2f of it (goal at least 0.9)",
                        noop.name(),
                        spawners.size(),
                        Median.of(ours),
                        Median.of(bare),
                        Median.of(ratios)),
                String.format(
                        Locale.ROOT,
                        "CPU time of the same work with all slots busy: mean %.1f ms, coefficient of variation %.1f %% (goal at most 3)",
                        mean() / 1e6,
                        100 * deviation() / mean()));
    }

    private double perSecond(String how, List<String> argv) throws Exception {
        long start = System.nanoTime();
        together(how, RUNS, argv);
        return spawners.size() * RUNS / ((System.nanoTime() - start) / 1e9);
    }

    private List<long[]> together(String how, int count, List<String> argv) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(spawners.size())) {
            List<Callable<long[]>> runs = spawners.stream()
                    .<Callable<long[]>>map(spawner -> () -> spawner.run(how, count, argv))
                    .toList();
            List<long[]> figures = new ArrayList<>();
            for (Future<long[]> run : threads.invokeAll(runs)) {
                figures.add(run.get());
            }
            return figures;
        }
    }

    private double mean() {
        return cpu.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private double deviation() {
        double mean = mean();
        return Math.sqrt(cpu.stream()
                .mapToDouble(figure -> (figure - mean) * (figure - mean))
                .average()
                .orElseThrow());
    }
}

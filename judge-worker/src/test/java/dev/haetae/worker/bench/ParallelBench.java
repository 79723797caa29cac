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

    private static final int TURNS = 2; // of what a variant has at a time
    private static final int SPINS = 10;

    private final List<Spawner> spawners;
    private final List<BenchProgram> programs;
    private final BenchProgram spin;
    private final BenchPlace place;
    private final List<List<Double>> bare = new ArrayList<>();
    private final List<List<Double>> ours = new ArrayList<>();
    private final List<List<Long>> bareCpu = new ArrayList<>(); // of each round
    private final List<List<Long>> ourCpu = new ArrayList<>();

    ParallelBench(List<Spawner> spawners, List<BenchProgram> programs, BenchProgram spin, BenchPlace place) {
        this.spawners = List.copyOf(spawners);
        this.programs = List.copyOf(programs);
        this.spin = spin;
        this.place = place;
        programs.forEach(_ -> {
            bare.add(new ArrayList<>());
            ours.add(new ArrayList<>());
        });
    }

    void round() throws Exception {
        for (int i = 0; i < programs.size(); i++) {
            BenchProgram program = programs.get(i);
            bare.get(i).add(perSecond("bare", program.runsPerRound(), program.argvIn(place.files())));
            ours.get(i).add(perSecond("same", program.runsPerRound(), program.argv()));
        }
        bareCpu.add(together("work", SPINS, spin.argvIn(place.files())));
        ourCpu.add(together("cpu", SPINS, spin.argv()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(spawners.size() + " at a time (goal at least 0.9 of bare):");
        for (int i = 0; i < programs.size(); i++) {
            lines.add(throughput(programs.get(i), bare.get(i), ours.get(i)));
        }
        lines.add(String.format(
                Locale.ROOT,
                "CPU time of the same %.0f ms of work with all slots busy: coefficient of variation %.1f %%, bare %.1f %% (goal at most 3)",
                mean(ourCpu.getFirst()) / 1e6,
                variationWithin(ourCpu),
                variationWithin(bareCpu)));
        return lines;
    }

    private static String throughput(BenchProgram program, List<Double> bare, List<Double> ours) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < bare.size(); round++) {
            ratios.add(ours.get(round) / bare.get(round));
        }
        return String.format(
                Locale.ROOT,
                "  %-14s %7.0f runs/s, bare %7.0f: %.2f of it",
                program.name(),
                Median.of(ours),
                Median.of(bare),
                Median.of(ratios));
    }

    private double perSecond(String how, int count, List<String> argv) throws Exception {
        long start = System.nanoTime();
        List<Long> runs = together(how, TURNS * count, argv);
        return runs.size() / ((System.nanoTime() - start) / 1e9);
    }

    /** The numbers of all runs. */
    private List<Long> together(String how, int count, List<String> argv) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(spawners.size())) {
            List<Callable<long[]>> runs = spawners.stream()
                    .<Callable<long[]>>map(spawner -> () -> spawner.run(how, count, argv))
                    .toList();
            List<Long> figures = new ArrayList<>();
            for (Future<long[]> run : threads.invokeAll(runs)) {
                Arrays.stream(run.get()).forEach(figures::add);
            }
            return figures;
        }
    }

    /** The median of all rounds, as elsewhere. */
    private static double variationWithin(List<List<Long>> rounds) {
        return Median.of(rounds.stream().map(ParallelBench::variation).toList());
    }

    private static double mean(List<Long> figures) {
        return figures.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    /** The standard deviation in percent of the mean. */
    private static double variation(List<Long> figures) {
        double mean = mean(figures);
        double variance = figures.stream()
                .mapToDouble(figure -> (figure - mean) * (figure - mean))
                .average()
                .orElseThrow();
        return 100 * Math.sqrt(variance) / mean;
    }
}

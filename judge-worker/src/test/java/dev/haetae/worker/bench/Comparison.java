package dev.haetae.worker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Figures of variants in rounds: within one, each variant has its turn with each program, so that what slows the machine down slows all of them
 * down. The first variant is what the others are compared with.
 */
final class Comparison {

    private static final int NAME_WIDTH = 34;

    private final List<Variant> variants;
    private final List<BenchProgram> programs;
    private final List<List<List<Double>>> medians = new ArrayList<>();

    Comparison(List<Variant> variants, List<BenchProgram> programs) {
        this.variants = List.copyOf(variants);
        this.programs = List.copyOf(programs);
        programs.forEach(_ -> medians.add(variants.stream()
                .map(_ -> (List<Double>) new ArrayList<Double>())
                .toList()));
    }

    /** Each variant's turn with each program. */
    void round() throws Exception {
        for (int program = 0; program < programs.size(); program++) {
            for (int variant = 0; variant < variants.size(); variant++) {
                medians.get(program).get(variant).add(variants.get(variant).medianNanos(programs.get(program)));
            }
        }
    }

    /** A line for each variant; a column for each program: median time, what it is more than the first variant's, and how many times as much. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(" ".repeat(NAME_WIDTH));
        programs.forEach(program -> head.append(String.format(Locale.ROOT, "%29s", program.name())));
        lines.add(head.toString());
        for (int variant = 0; variant < variants.size(); variant++) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, "%-" + NAME_WIDTH + "s", variants.get(variant).name()));
            for (List<List<Double>> ofProgram : medians) {
                line.append(cell(ofProgram.getFirst(), ofProgram.get(variant)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String cell(List<Double> bare, List<Double> ours) {
        List<Double> ratios = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        for (int round = 0; round < bare.size(); round++) {
            ratios.add(ours.get(round) / bare.get(round));
            more.add((ours.get(round) - bare.get(round)) / 1e3);
        }
        return String.format(
                Locale.ROOT, "%11.0f %+9.0f %6.2fx", Median.of(ours) / 1e3, Median.of(more), Median.of(ratios));
    }
}

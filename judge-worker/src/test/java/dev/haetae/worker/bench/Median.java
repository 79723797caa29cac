package dev.haetae.worker.bench;

import java.util.Arrays;
import java.util.List;

/** The middle of some figures: others use the machine too, and their bursts must not count. */
final class Median {

    private Median() {}

    static double of(long[] figures) {
        return ofSorted(Arrays.stream(figures).asDoubleStream().sorted().toArray());
    }

    static double of(List<Double> figures) {
        return ofSorted(
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private static double ofSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

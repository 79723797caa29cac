package dev.haetae.system;

import java.util.Arrays;
import java.util.Locale;

/** Some measured times, in milliseconds. */
final class Samples {

    private final double[] sorted;

    Samples(double[] millis) {
        this.sorted = millis.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return sorted.length;
    }

    /** The value below which that part of them lies, 0 to 1. */
    double quantile(double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    double median() {
        return quantile(0.5);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", median(), quantile(0.99));
    }
}

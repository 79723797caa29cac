package dev.haetae.worker.bench;

import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a box costs, which is made anew for each submission: its name spaces, file systems and limits, without files. */
final class BoxBench {

    private static final int BOXES_PER_ROUND = 10;
    private static final BoxSpec EMPTY = new BoxSpec(BoxName.JURY, false, false, List.of(), 64 << 20, 1000, List.of());

    private final Sandbox sandbox;
    private final List<Double> nanos = new ArrayList<>();

    BoxBench(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void round() {
        for (int box = 0; box < BOXES_PER_ROUND; box++) {
            long start = System.nanoTime();
            sandbox.open(EMPTY);
            nanos.add((double) (System.nanoTime() - start));
        }
    }

    String line() {
        return String.format(Locale.ROOT, "A box made anew, from the JVM: %.0f µs", Median.of(nanos) / 1e3);
    }
}

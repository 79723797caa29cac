package dev.haetae.worker.judge;

import dev.haetae.worker.sandbox.BatchReader;
import dev.haetae.worker.sandbox.BatchSpec;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.PairReport;
import dev.haetae.worker.sandbox.PairSpec;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Writes down what a sandbox's runs cost beyond the programs themselves. */
record TimedSandbox(Sandbox real, Timeline timeline) implements Sandbox {

    @Override
    public void open(BoxSpec box) {
        real.open(box);
    }

    @Override
    public RunReport run(RunSpec run, OutputReader output) {
        long start = System.nanoTime();
        RunReport report = real.run(run, output);
        timeline.ran(run.box(), Duration.ofNanos(System.nanoTime() - start), report.wall());
        return report;
    }

    @Override
    public void runBatch(BatchSpec batch, BatchReader reader) {
        real.runBatch(batch, new TimedReader(batch.program().box(), reader));
    }

    @Override
    public PairReport runPair(PairSpec pair) {
        long start = System.nanoTime();
        PairReport report = real.runPair(pair);
        Duration contestant = report.contestant().wall();
        Duration jury = report.jury().wall();
        timeline.ran(
                BoxName.CONTESTANT,
                Duration.ofNanos(System.nanoTime() - start),
                contestant.compareTo(jury) > 0 ? contestant : jury);
        return report;
    }

    @Override
    public Optional<byte[]> fetch(BoxName box, String name, int maxBytes) {
        return real.fetch(box, name, maxBytes);
    }

    @Override
    public void cancel() {
        real.cancel();
    }

    @Override
    public void close() {
        real.close();
    }

    /** A batch's runs follow each other: one begins where the one before it was over. */
    private final class TimedReader implements BatchReader {

        private final BoxName box;
        private final BatchReader reader;
        private long startNanos = System.nanoTime();

        TimedReader(BoxName box, BatchReader reader) {
            this.box = box;
            this.reader = reader;
        }

        @Override
        public void read(int index, InputStream stdout) throws IOException {
            reader.read(index, stdout);
        }

        @Override
        public boolean goesOn(int index, RunReport report) {
            long now = System.nanoTime();
            timeline.ran(box, Duration.ofNanos(now - startNanos), report.wall());
            startNanos = now;
            return reader.goesOn(index, report);
        }
    }
}

package dev.haetae.worker.testing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sandbox that remembers what another one ran. */
public final class RecordingSandbox implements Sandbox {

    public final List<RunSpec> runs = new ArrayList<>();
    private final Sandbox real;

    public RecordingSandbox(Sandbox real) {
        this.real = real;
    }

    @Override
    public void open(BoxSpec box) {
        real.open(box);
    }

    @Override
    public RunReport run(RunSpec run, OutputReader output) {
        runs.add(run);
        return real.run(run, output);
    }

    @Override
    public void runBatch(BatchSpec batch, BatchReader reader) {
        runs.add(batch.program());
        real.runBatch(batch, reader);
    }

    @Override
    public PairReport runPair(PairSpec pair) {
        runs.add(pair.contestant());
        runs.add(pair.jury());
        return real.runPair(pair);
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
}

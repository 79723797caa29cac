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
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.sandbox.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A sandbox that runs nothing: its programs do what a function says of their command. */
public final class FakeSandbox implements Sandbox {

    public final List<BoxSpec> boxes = new ArrayList<>();
    public final List<RunSpec> runs = new ArrayList<>();
    private final Function<RunSpec, Act> acts;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    public FakeSandbox(Function<RunSpec, Act> acts) {
        this.acts = acts;
    }

    /** What a program does: it writes, and ends. */
    public record Act(String stdout, Reports.Builder report) {}

    @Override
    public void open(BoxSpec box) {
        boxes.add(box);
    }

    @Override
    public RunReport run(RunSpec run, OutputReader output) {
        runs.add(run);
        Act act = acts.apply(run);
        try {
            output.read(new ByteArrayInputStream(act.stdout().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return act.report().build();
    }

    @Override
    public void runBatch(BatchSpec batch, BatchReader reader) {
        boolean goesOn = true;
        for (int i = 0; goesOn && i < batch.inputs().size(); i++) {
            int index = i;
            RunReport report = run(batch.program(), stdout -> reader.read(index, stdout));
            goesOn = reader.goesOn(index, report);
        }
    }

    /** Each program does what it would do alone, the contestant's first. */
    @Override
    public PairReport runPair(PairSpec pair) {
        RunReport contestant = run(pair.contestant(), OutputReader.ignoring());
        RunReport jury = run(pair.jury(), OutputReader.ignoring());
        return new PairReport(contestant, jury, BoxName.CONTESTANT, new Transcript(List.of(), false));
    }

    @Override
    public Optional<byte[]> fetch(BoxName box, String name, int maxBytes) {
        return Optional.empty();
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    /** Waits like a program that does not end by itself: until it is cancelled. */
    public void awaitCancel() {
        try {
            cancelled.await();
        } catch (InterruptedException e) {
            throw new SandboxException("interrupted", e);
        }
    }

    @Override
    public void close() {}
}

package dev.haetae.worker.slot;

import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask;
import dev.haetae.worker.judge.Bench;
import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.JudgingStoppedException;
import dev.haetae.worker.judge.Terms;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.SandboxException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one submission at a time. Whatever fails on our side becomes a {@link JudgeResult.JudgeFailed}, and a sandbox that failed is
 * started anew before the next.
 */
public final class Slot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final Supplier<Sandbox> starter;
    private volatile @Nullable Sandbox sandbox;

    Slot(Supplier<Sandbox> starter) {
        this.starter = starter;
    }

    /**
     * Its sandbox, started if there is none.
     *
     * @throws WorkerFaultException when it does not start
     */
    public Sandbox ready() {
        Sandbox running = sandbox;
        if (running == null) {
            try {
                running = starter.get();
                sandbox = running;
            } catch (SandboxException e) {
                throw new WorkerFaultException("The sandbox does not start: " + e.getMessage(), e);
            }
        }
        return running;
    }

    /**
     * Judges.
     *
     * @throws JudgingStoppedException when the leash was cut: nobody wants a result
     */
    public JudgeResult judge(Judge judge, JudgeTask task, Terms terms) throws InterruptedException {
        try {
            return judge.judge(task, Bench.of(ready(), terms));
        } catch (SandboxException e) {
            discard();
            terms.leash().checkCut();
            LOG.error("The sandbox failed and is started anew", e);
            return new JudgeResult.JudgeFailed(FaultyPart.WORKER, "The sandbox failed: " + e.getMessage());
        } catch (JudgingStoppedException e) {
            terms.leash().checkCut();
            return new JudgeResult.JudgeFailed(FaultyPart.WORKER, String.valueOf(e.getMessage()));
        }
    }

    /** Kills what runs; any thread may call this. */
    public void cancel() {
        Sandbox running = sandbox;
        if (running != null) {
            try {
                running.cancel();
            } catch (SandboxException e) {
                LOG.debug("There was nothing left to cancel", e);
            }
        }
    }

    /** Ends the sandbox; any thread may call this, and what runs in it fails. */
    @Override
    public void close() {
        discard();
    }

    private void discard() {
        Sandbox failed = sandbox;
        sandbox = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (SandboxException e) {
                LOG.warn("A sandbox cannot be closed", e);
            }
        }
    }
}

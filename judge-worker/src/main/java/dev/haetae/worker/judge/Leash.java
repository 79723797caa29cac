package dev.haetae.worker.judge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Bounds a judging in time: it ends at a deadline, or when nobody wants its result any more. */
public final class Leash {

    private final Duration most;
    private final long start = System.nanoTime();
    private volatile @Nullable String cut;

    public Leash(Duration most) {
        this.most = most;
    }

    /** Ends the judging at its next step, for a reason. Any thread may call this. */
    public void cut(String reason) {
        cut = reason;
    }

    /**
     * Looks whether the judging may go on.
     *
     * @throws JudgingStoppedException when it may not
     */
    void check() {
        String reason = cut;
        if (reason != null) {
            throw new JudgingStoppedException(reason);
        }
        if (System.nanoTime() - start > most.toNanos()) {
            throw new JudgingStoppedException("The judging took longer than " + most.toMinutes() + " minutes");
        }
    }
}

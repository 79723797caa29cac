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

    /** Whether nobody wants the result any more. */
    public boolean isCut() {
        return cut != null;
    }

    /**
     * Looks whether somebody still wants the result.
     *
     * @throws JudgingStoppedException when the leash was cut
     */
    public void checkCut() {
        String reason = cut;
        if (reason != null) {
            throw new JudgingStoppedException(reason);
        }
    }

    /**
     * Looks whether the judging may go on.
     *
     * @throws JudgingStoppedException when the leash was cut, or its time is over
     */
    void check() {
        checkCut();
        if (System.nanoTime() - start > most.toNanos()) {
            throw new JudgingStoppedException("The judging took longer than " + most.toMinutes() + " minutes");
        }
    }
}

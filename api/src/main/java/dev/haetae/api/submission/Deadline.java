package dev.haetae.api.submission;

import java.time.Duration;

/** Something that is due again and again, counted from when it was last done. */
final class Deadline {

    private final Duration period;
    private long dueAt;

    Deadline(Duration period) {
        this.period = period;
        this.dueAt = System.nanoTime() + period.toNanos();
    }

    /** Whether it is due; then it counts as done. */
    boolean hasPassed() {
        if (System.nanoTime() - dueAt < 0) {
            return false;
        }
        dueAt = System.nanoTime() + period.toNanos();
        return true;
    }
}

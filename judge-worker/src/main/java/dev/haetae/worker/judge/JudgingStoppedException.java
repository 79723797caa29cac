package dev.haetae.worker.judge;

/** A judging was stopped before its end: it says nothing about the submission. */
public final class JudgingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JudgingStoppedException(String reason) {
        super(reason);
    }
}

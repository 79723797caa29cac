package dev.haetae.common.scoring;

/** The problem's own scores break the rules of its format: a JUDGE_ERROR, which says nothing about the contestant. */
public final class ScoringFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A sentence that names the test or the group. */
    public ScoringFaultException(String message) {
        super(message);
    }
}

package dev.haetae.worker.jury;

import dev.haetae.common.JudgeResult.FaultyPart;

/** A program of the jury did not do its part. */
public final class JuryFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FaultyPart faulty;

    JuryFaultException(FaultyPart faulty, String message) {
        super(message);
        this.faulty = faulty;
    }

    /** The program itself has to be mended. */
    static JuryFaultException of(String program, String message) {
        return new JuryFaultException(FaultyPart.CHECKER, program + message);
    }

    /** What an operator has to look at. */
    public FaultyPart faulty() {
        return faulty;
    }
}

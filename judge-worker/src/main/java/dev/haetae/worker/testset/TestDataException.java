package dev.haetae.worker.testset;

import dev.haetae.common.JudgeResult.FaultyPart;
import org.jspecify.annotations.Nullable;

/** Test data could not be had. */
public final class TestDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FaultyPart faulty;

    public TestDataException(FaultyPart faulty, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.faulty = faulty;
    }

    /** What an operator has to look at. */
    public FaultyPart faulty() {
        return faulty;
    }
}

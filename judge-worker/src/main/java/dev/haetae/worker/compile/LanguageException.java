package dev.haetae.worker.compile;

import org.jspecify.annotations.Nullable;

/** A language's tools do not do what {@code languages.yaml} says of them: nothing of that is the contestant's fault. */
public class LanguageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LanguageException(String message) {
        super(message);
    }

    public LanguageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

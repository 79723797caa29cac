package dev.haetae.api.web;

/** A service that a call needs does not do what it is there for: the caller may try again soon. */
public final class OutageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Tells what was not possible.
     *
     * @param message for the log; a client is not told it
     */
    public OutageException(String message, Throwable cause) {
        super(message, cause);
    }
}

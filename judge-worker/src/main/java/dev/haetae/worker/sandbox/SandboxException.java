package dev.haetae.worker.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox failed, not the program in it: no verdict may be drawn, and the slot has to be started anew. */
public class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

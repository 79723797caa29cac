package dev.haetae.worker.slot;

import org.jspecify.annotations.Nullable;

/** This worker cannot judge before somebody has mended something. */
public final class WorkerFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkerFaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

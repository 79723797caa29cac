package dev.haetae.common;

import org.jspecify.annotations.Nullable;

/** A message that cannot be read: it will not become readable by being delivered again. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

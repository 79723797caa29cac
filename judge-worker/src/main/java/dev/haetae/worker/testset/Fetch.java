package dev.haetae.worker.testset;

import org.jspecify.annotations.Nullable;

/** How one try to fetch a blob ended. */
sealed interface Fetch {

    /** It is there, and its hash is right. */
    record Done() implements Fetch {}

    /** The answer was something else: cut on its way, perhaps. */
    record Mismatch() implements Fetch {}

    /** There is no such blob: no further try will find it. */
    record Missing() implements Fetch {}

    /** Another try may succeed. */
    record Failed(String reason, @Nullable Throwable cause) implements Fetch {}
}

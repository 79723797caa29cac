package dev.haetae.api.problem;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Takes old blobs out of a store, beside whoever keeps some at the same time. A blob is as old as the last time it was kept. */
interface OldBlobs {

    /** The blobs that were kept last before a time. */
    List<String> before(Instant time) throws IOException;

    /**
     * Removes a blob unless it is kept anew meanwhile; then it stays, or comes back at once.
     *
     * @param time before which it has to have been kept last
     * @return whether it was removed
     */
    boolean removeUnlessYoung(String sha256, Instant time) throws IOException;
}

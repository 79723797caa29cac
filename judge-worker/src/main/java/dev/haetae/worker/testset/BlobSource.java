package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import java.nio.file.Path;

/** Where blobs come from. */
@FunctionalInterface
interface BlobSource {

    /**
     * Writes a blob, verified by its hash, into a new file.
     *
     * @throws TestDataException when it cannot be had, after all patience; what was written is worth nothing then
     */
    void fetch(BlobRef blob, Path target) throws InterruptedException;
}

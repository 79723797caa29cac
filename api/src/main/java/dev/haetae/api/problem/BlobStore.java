package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Content by its SHA-256. What is in it never changes. */
interface BlobStore {

    /**
     * Keeps a stream's bytes, to its end; when it returns they outlive a loss of power. The same content is kept once, also when
     * it comes twice at a time.
     */
    BlobRef put(InputStream content) throws IOException;

    /** The file that holds a blob, or empty when it is not there. */
    Optional<Path> find(String sha256);
}

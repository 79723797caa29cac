package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Content by its SHA-256. What is in it never changes. */
interface BlobStore {

    /** Keeps a stream's bytes; at once the same content is kept once. */
    BlobRef put(InputStream content) throws IOException;

    /** The file that holds a blob, or empty when it is not there. */
    Optional<Path> find(String sha256);
}

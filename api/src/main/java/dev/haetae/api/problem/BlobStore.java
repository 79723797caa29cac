package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Content by its SHA-256. What is in it never changes. */
interface BlobStore {

    /**
     * Keeps a stream's bytes, to its end; when it returns they outlive a loss of power. The same content is kept once, also when
     * it comes twice at a time.
     */
    BlobRef put(InputStream content) throws IOException;

    /** Keeps some bytes. */
    default BlobRef put(byte[] content) {
        try {
            return put(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException("a blob could not be kept", e);
        }
    }

    /** The file that holds a blob which has to be there. */
    default Path file(BlobRef blob) {
        return find(blob.sha256())
                .orElseThrow(() -> new IllegalStateException("the blob " + blob.sha256() + " is missing"));
    }

    /** The file that holds a blob, or empty when it is not there. */
    Optional<Path> find(String sha256);
}

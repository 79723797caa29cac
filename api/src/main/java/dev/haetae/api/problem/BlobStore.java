package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.io.Resource;

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

    /** A blob that has to be there; where it is read from is found out when it is read. */
    Resource get(BlobRef blob);

    /** A blob, or empty when it is not there. */
    Optional<Resource> find(String sha256);

    /** Where whoever is given this address may read a blob that is there, for a short time; empty where only this store gives it. */
    default Optional<URI> address(String sha256) {
        return Optional.empty();
    }
}

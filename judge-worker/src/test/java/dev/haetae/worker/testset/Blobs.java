package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Words for blobs. */
final class Blobs {

    private Blobs() {}

    static BlobRef of(String text) {
        return of(bytes(text));
    }

    static BlobRef of(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(content);
        return new BlobRef(Sha256.hex(digest), content.length);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.web.Sha256;
import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Copies a stream, and says what it was. */
final class HashedCopy {

    private HashedCopy() {}

    /** Leaves both streams open. */
    static BlobRef copy(InputStream content, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        OutputStream hashing = new DigestOutputStream(out, digest);
        long size = content.transferTo(hashing);
        hashing.flush();
        return new BlobRef(HexFormat.of().formatHex(digest.digest()), size);
    }
}

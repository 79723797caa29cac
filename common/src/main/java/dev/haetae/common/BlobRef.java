package dev.haetae.common;

import java.util.regex.Pattern;

/**
 * Content by its address: the worker fetches it by hash and verifies it.
 *
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param sizeBytes its length, &ge; 0
 */
public record BlobRef(String sha256, long sizeBytes) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public BlobRef {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("a blob's size cannot be " + sizeBytes);
        }
    }
}

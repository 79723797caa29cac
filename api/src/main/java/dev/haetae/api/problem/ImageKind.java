package dev.haetae.api.problem;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an image is by its content, whatever its name says: one that a browser is told to be what it is does it no harm. */
enum ImageKind {
    PNG("image/png", "\\x89PNG\r\n\\x1A\n"),
    JPEG("image/jpeg", "\\xFF\\xD8\\xFF"),
    GIF("image/gif", "GIF8[79]a"),
    WEBP("image/webp", "RIFF....WEBP"),
    /** A document, which could hold scripts. */
    SVG("image/svg+xml", "(?:\\xEF\\xBB\\xBF)?\\s*<(?:[?!].*<)?svg[\\s/>]");

    /** As much of a file as tells. */
    static final int HEAD_BYTES = 4096;

    private final String mediaType;
    private final Pattern begin;

    ImageKind(String mediaType, String begin) {
        this.mediaType = mediaType;
        this.begin = Pattern.compile(begin, Pattern.DOTALL);
    }

    /** @param head up to {@link #HEAD_BYTES} bytes that a file begins with */
    static Optional<ImageKind> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (ImageKind kind : values()) {
            if (kind.begin.matcher(text).lookingAt()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String mediaType() {
        return mediaType;
    }
}

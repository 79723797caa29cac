package dev.haetae.common.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the small files of a package as text. */
final class Texts {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Texts() {}

    /** The text of a file that has to be UTF-8; null when it is refused. */
    static @Nullable String strict(PackageFile file, Findings findings) throws IOException {
        byte[] bytes = bytes(file, findings);
        if (bytes == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return withoutMark(text, file, findings);
        } catch (CharacterCodingException e) {
            findings.refuse(file.path(), firstBadLine(bytes), "the file is not UTF-8");
            return null;
        }
    }

    /** The text of a file that no verdict depends on; null when it is too large. */
    static @Nullable String lenient(PackageFile file, Findings findings) throws IOException {
        byte[] bytes = bytes(file, findings);
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            findings.warn(file.path(), "the file is not UTF-8: some characters are lost");
        }
        return withoutMark(text, file, findings);
    }

    private static byte @Nullable [] bytes(PackageFile file, Findings findings) throws IOException {
        if (file.sizeBytes() > PackageBounds.TEXT_BYTES) {
            findings.refuse(file.path(), "the file is larger than " + PackageBounds.TEXT_BYTES + " bytes");
            return null;
        }
        try (InputStream in = file.open()) {
            return in.readNBytes(PackageBounds.TEXT_BYTES);
        }
    }

    private static String withoutMark(String text, PackageFile file, Findings findings) {
        if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
            return text;
        }
        findings.warn(file.path(), "the file begins with a byte order mark, which is ignored");
        return text.substring(1);
    }

    private static int firstBadLine(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return 1
                + (int) text.substring(0, Math.max(0, text.indexOf('\uFFFD')))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}

package dev.haetae.common;

import java.nio.charset.StandardCharsets;

/**
 * The first part of some output, as text.
 *
 * @param text UTF-8 text; bytes that are none, and U+0000, stand as U+FFFD
 * @param sizeBytes length of the whole output
 * @param truncated whether the text is less than the whole
 */
public record Head(String text, long sizeBytes, boolean truncated) {

    /** Nothing was written. */
    public static final Head EMPTY = new Head("", 0, false);

    /**
     * The head of an output of {@code sizeBytes} bytes of which {@code first} are the first ones. A character that the cut
     * went through is left out.
     */
    public static Head of(byte[] first, long sizeBytes) {
        boolean truncated = first.length < sizeBytes;
        int length = truncated ? wholeCharacters(first) : first.length;
        String text = new String(first, 0, length, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return new Head(text, sizeBytes, truncated);
    }

    private static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int lead = bytes[bytes.length - back] & 0xFF;
            if (lead < 0x80) {
                return bytes.length;
            }
            if (lead >= 0xC0) {
                return lengthFor(lead) > back ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }

    private static int lengthFor(int leadByte) {
        if (leadByte >= 0xF0) {
            return 4;
        }
        return leadByte >= 0xE0 ? 3 : 2;
    }
}

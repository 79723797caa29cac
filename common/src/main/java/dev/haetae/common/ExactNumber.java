package dev.haetae.common;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads numbers that packages and their programs write, of which every digit counts. */
public final class ExactNumber {

    /** Longer numbers mean nothing, and one with a huge exponent would be expensive to calculate with. */
    private static final int LONGEST = 400;

    private static final int GREATEST_EXPONENT = 400;

    private ExactNumber() {}

    /** The only number that a text holds, by {@link FloatGrammar}, or null; white space around it does not count. */
    public static @Nullable BigDecimal read(byte[] text) {
        return read(new String(text, StandardCharsets.ISO_8859_1));
    }

    /** The same of a text. */
    public static @Nullable BigDecimal read(String text) {
        String number = text.strip();
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST || !FloatGrammar.matches(bytes, 0, bytes.length)) {
            return null;
        }
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        return exponent >= 0 && !isSmall(number.substring(exponent + 1)) ? null : new BigDecimal(number);
    }

    private static boolean isSmall(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= GREATEST_EXPONENT);
    }
}

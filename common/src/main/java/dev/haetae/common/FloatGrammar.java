package dev.haetae.common;

/**
 * What the problem formats call a floating-point number: decimal, optionally with a sign, a fraction and an exponent.
 * Narrower than {@link Double#parseDouble}, which also takes hexadecimal, {@code NaN} and {@code 1d}.
 */
public final class FloatGrammar {

    private FloatGrammar() {}

    /** Whether the bytes from {@code start} to before {@code end} are a number as a whole. */
    public static boolean matches(byte[] bytes, int start, int end) {
        int position = afterSign(bytes, start, end);
        int afterWhole = afterDigits(bytes, position, end);
        int digits = afterWhole - position;
        position = afterWhole;
        if (position < end && bytes[position] == '.') {
            int afterFraction = afterDigits(bytes, position + 1, end);
            digits += afterFraction - position - 1;
            position = afterFraction;
        }
        if (digits == 0) {
            return false;
        }
        return position == end || isExponent(bytes, position, end);
    }

    private static boolean isExponent(byte[] bytes, int start, int end) {
        if (bytes[start] != 'e' && bytes[start] != 'E') {
            return false;
        }
        int digits = afterSign(bytes, start + 1, end);
        return digits < end && afterDigits(bytes, digits, end) == end;
    }

    private static int afterSign(byte[] bytes, int start, int end) {
        return start < end && (bytes[start] == '+' || bytes[start] == '-') ? start + 1 : start;
    }

    private static int afterDigits(byte[] bytes, int start, int end) {
        int position = start;
        while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
            position++;
        }
        return position;
    }
}

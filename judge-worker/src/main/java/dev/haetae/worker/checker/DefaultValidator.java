package dev.haetae.worker.checker;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FloatGrammar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The default output validator of the ICPC problem formats.
 *
 * <p>Both sides are walked run by run: white space, token, white space, token. Equal bytes are equal under every flag, so the
 * common case is a comparison of two ranges of bytes; only what differs is looked at again, as letters of another case or as
 * numbers. Memory is bounded by two buffers whatever the sizes of output, line or token.
 */
public final class DefaultValidator {

    private final RunReader answer;
    private final RunReader output;
    private final CheckerSpec.DefaultValidator flags;
    private final boolean floats;
    private long token;

    private DefaultValidator(InputStream judgeAnswer, InputStream output, CheckerSpec.DefaultValidator flags) {
        this.answer = new RunReader(judgeAnswer);
        this.output = new RunReader(output);
        this.flags = flags;
        this.floats = flags.relativeTolerance() != null || flags.absoluteTolerance() != null;
    }

    /**
     * Compares a program's output with the judges' answer. Stops reading at the first difference and closes neither stream.
     *
     * @throws IOException when one of them cannot be read: nothing is known about the output then
     */
    public static Comparison compare(InputStream judgeAnswer, InputStream output, CheckerSpec.DefaultValidator flags)
            throws IOException {
        return new DefaultValidator(judgeAnswer, output, flags).compare();
    }

    private Comparison compare() throws IOException {
        while (true) {
            if (!passSpace()) {
                return different("white space differs: expected ", answer, ", got ", output);
            }
            token++;
            answer.readToken();
            output.readToken();
            if (output.isEmpty()) {
                return answer.isEmpty() ? new Comparison.Same() : different("output ends, expected ", answer);
            }
            if (answer.isEmpty()) {
                return different("expected the end, got ", output);
            }
            Comparison.Different difference = compareToken();
            if (difference != null) {
                return difference;
            }
        }
    }

    private boolean passSpace() throws IOException {
        if (!flags.spaceChangeSensitive()) {
            answer.skipSpace();
            output.skipSpace();
            return true;
        }
        do {
            answer.readSpace();
            output.readSpace();
            if (!equalBytes()) {
                return false;
            }
        } while (answer.isCut());
        return true;
    }

    private Comparison.@Nullable Different compareToken() throws IOException {
        if (equalChunks()) {
            return answer.isCut() ? compareRest() : null;
        }
        if (!floats || !isNumber(answer)) {
            return differentText(0);
        }
        if (!isNumber(output)) {
            return different("expected the number ", answer, ", got ", output);
        }
        return withinTolerance(number(answer), number(output))
                ? null
                : different("number too far off: expected ", answer, ", got ", output);
    }

    /** Compares what follows the first chunk of a token that is too long for one. */
    private Comparison.@Nullable Different compareRest() throws IOException {
        long offset = 0;
        do {
            offset += RunReader.CAPACITY;
            answer.readToken();
            output.readToken();
            if (!equalChunks()) {
                return differentText(offset);
            }
        } while (answer.isCut());
        return null;
    }

    private boolean equalBytes() {
        return Arrays.equals(
                answer.buffer(), answer.start(), answer.end(), output.buffer(), output.start(), output.end());
    }

    private boolean equalChunks() {
        return equalBytes()
                || (!flags.caseSensitive() && answer.length() == output.length() && commonPrefix() == answer.length());
    }

    /** How many bytes at the beginning of both chunks are equal as the flags see them. */
    private int commonPrefix() {
        int length = Math.min(answer.length(), output.length());
        for (int i = 0; i < length; i++) {
            byte a = answer.buffer()[answer.start() + i];
            byte b = output.buffer()[output.start() + i];
            if (a != b && (flags.caseSensitive() || lowerCase(a) != lowerCase(b))) {
                return i;
            }
        }
        return length;
    }

    /** ASCII only: another letter's case depends on an encoding and a locale, which bytes do not have. */
    private static int lowerCase(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    private static boolean isNumber(RunReader token) {
        return !token.isCut() && FloatGrammar.matches(token.buffer(), token.start(), token.end());
    }

    private static double number(RunReader token) {
        return Double.parseDouble(
                new String(token.buffer(), token.start(), token.length(), StandardCharsets.ISO_8859_1));
    }

    /** A number beyond the range of double is within no tolerance: its distance is infinite or not a number. */
    private boolean withinTolerance(double expected, double actual) {
        double error = Math.abs(actual - expected);
        if (!Double.isFinite(error)) {
            return false;
        }
        Double absolute = flags.absoluteTolerance();
        Double relative = flags.relativeTolerance();
        return (absolute != null && error <= absolute) || (relative != null && error <= relative * Math.abs(expected));
    }

    private Comparison.Different differentText(long offset) {
        int common = commonPrefix();
        String place = offset + common == 0 ? "" : " from its byte " + (offset + common + 1) + " on";
        return different("token differs" + place + ": expected " + Quote.around(answer, common) + ", got "
                + Quote.around(output, common));
    }

    private Comparison.Different different(String before, RunReader expected, String between, RunReader actual) {
        return different(before + Quote.of(expected) + between + Quote.of(actual));
    }

    private Comparison.Different different(String before, RunReader quoted) {
        return different(before + Quote.of(quoted));
    }

    private Comparison.Different different(String what) {
        return new Comparison.Different(
                "token " + token + ", line " + output.line() + " (answer: line " + answer.line() + "): " + what);
    }
}

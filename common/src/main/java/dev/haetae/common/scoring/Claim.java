package dev.haetae.common.scoring;

import dev.haetae.common.packages.FloatGrammar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a validator says that a test is worth, by {@code score.txt} and {@code score_multiplier.txt} of its feedback directory. */
public sealed interface Claim {

    /** The files' names. */
    String SCORE_FILE = "score.txt";

    String MULTIPLIER_FILE = "score_multiplier.txt";

    /** It has left neither file. */
    record Nothing() implements Claim {}

    /** So much. */
    record Score(BigDecimal value) implements Claim {}

    /** That part of the most that the test gives. */
    record Multiplier(BigDecimal value) implements Claim {}

    /** Both files; the score, where that is allowed. */
    record Both(BigDecimal score) implements Claim {}

    /** A file does not hold one number. */
    record Unreadable(String file) implements Claim {}

    /** Without a word. */
    Claim NOTHING = new Nothing();

    /** Longer numbers mean nothing, and one with a huge exponent would be expensive to calculate with. */
    int LONGEST_NUMBER = 400;

    int GREATEST_EXPONENT = 400;

    /**
     * Reads the files.
     *
     * @param score the content of {@code score.txt}, or null when there is none
     * @param multiplier the content of {@code score_multiplier.txt}, or null when there is none
     */
    static Claim of(byte @Nullable [] score, byte @Nullable [] multiplier) {
        BigDecimal asScore = score == null ? null : number(score);
        BigDecimal asMultiplier = multiplier == null ? null : number(multiplier);
        if (score != null && asScore == null) {
            return new Unreadable(SCORE_FILE);
        }
        if (multiplier != null && asMultiplier == null) {
            return new Unreadable(MULTIPLIER_FILE);
        }
        if (asScore != null) {
            return asMultiplier == null ? new Score(asScore) : new Both(asScore);
        }
        return asMultiplier == null ? NOTHING : new Multiplier(asMultiplier);
    }

    /** The only number that a text holds, or null; white space around it does not count. */
    static @Nullable BigDecimal number(byte[] text) {
        String number = new String(text, StandardCharsets.ISO_8859_1).strip();
        byte[] bytes = number.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > LONGEST_NUMBER || !FloatGrammar.matches(bytes, 0, bytes.length)) {
            return null;
        }
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent >= 0 && !isSmall(number.substring(exponent + 1))) {
            return null;
        }
        return new BigDecimal(number);
    }

    private static boolean isSmall(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= GREATEST_EXPONENT);
    }
}

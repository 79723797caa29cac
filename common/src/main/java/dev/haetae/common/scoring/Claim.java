package dev.haetae.common.scoring;

import dev.haetae.common.ExactNumber;
import java.math.BigDecimal;
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

    /** The only number that such a file holds, or null; white space around it does not count. */
    static @Nullable BigDecimal number(byte[] text) {
        return ExactNumber.read(text);
    }
}

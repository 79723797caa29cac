package dev.haetae.common.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one test gives.
 *
 * @param score null where tests give none
 * @param most the most that it could have given, or null where tests give none or there is no bound
 */
public record Points(@Nullable Fraction score, @Nullable Fraction most) {

    /** Of a test that gives none. */
    public static final Points NONE = new Points(null, null);

    /** The score as it is shown. */
    public @Nullable BigDecimal shownScore() {
        return score == null ? null : score.rounded();
    }

    /** The most as it is shown. */
    public @Nullable BigDecimal shownMost() {
        return most == null ? null : most.rounded();
    }
}

package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The suggested limit and its margins. */
class TimeLimitAdviceTests {

    @Test
    void isTwiceTheSlowestAcceptedInWholeSeconds() {
        assertThat(TimeLimitAdvice.of(
                        List.of(accepted(100L), accepted(700L), new Assessment(List.of(), null, null)),
                        TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(1_400L, null, 2_000L));
    }

    @Test
    void keepsItsMarginToTheFastestThatIsTooSlow() {
        assertThat(TimeLimitAdvice.of(List.of(accepted(500L), tooSlow(4_000L), tooSlow(3_000L)), TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(1_000L, 2_000L, 1_000L));
    }

    @Test
    void isAtLeastASecond() {
        assertThat(TimeLimitAdvice.of(List.of(accepted(0L)), TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(0L, null, 1_000L));
    }

    @Test
    void followsTheProblemsOwnMargins() {
        TimeMargins margins = new TimeMargins(3, 2, 100, true);

        assertThat(TimeLimitAdvice.of(List.of(accepted(101L), tooSlow(900L)), margins))
                .isEqualTo(new TimeLimitAdvice(303L, 450L, 400L));
    }

    @Test
    void saysNothingWithoutASolution() {
        assertThat(TimeLimitAdvice.of(List.of(), TimeMargins.DEFAULT)).isEqualTo(new TimeLimitAdvice(null, null, null));
    }

    private static Assessment accepted(Long millis) {
        return new Assessment(List.of(), millis, null);
    }

    private static Assessment tooSlow(Long millis) {
        return new Assessment(List.of(), null, millis);
    }
}

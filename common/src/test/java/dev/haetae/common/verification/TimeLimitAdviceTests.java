package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.verification.TimeLimitAdvice.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suggested limit and its margins. */
class TimeLimitAdviceTests {

    private static final Expectation ACCEPTED = Expectation.of("accepted", List.of());
    private static final Expectation TOO_SLOW = Expectation.of("time_limit_exceeded", List.of());
    private static final Expectation WRONG = Expectation.of("wrong_answer", List.of());

    @Test
    void isTwiceTheSlowestAcceptedInWholeSeconds() {
        assertThat(TimeLimitAdvice.of(
                        List.of(new Measured(ACCEPTED, 100), new Measured(ACCEPTED, 700), new Measured(WRONG, 9_000)),
                        TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(1_400L, null, 2_000L));
    }

    @Test
    void keepsItsMarginToTheFastestThatIsTooSlow() {
        assertThat(TimeLimitAdvice.of(
                        List.of(
                                new Measured(ACCEPTED, 500),
                                new Measured(TOO_SLOW, 4_000),
                                new Measured(TOO_SLOW, 3_000)),
                        TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(1_000L, 2_000L, 1_000L));
    }

    @Test
    void isAtLeastASecond() {
        assertThat(TimeLimitAdvice.of(List.of(new Measured(ACCEPTED, 0)), TimeMargins.DEFAULT))
                .isEqualTo(new TimeLimitAdvice(0L, null, 1_000L));
    }

    @Test
    void followsTheProblemsOwnMargins() {
        TimeMargins margins = new TimeMargins(3, 2, 100, true);

        assertThat(TimeLimitAdvice.of(List.of(new Measured(ACCEPTED, 101), new Measured(TOO_SLOW, 900)), margins))
                .isEqualTo(new TimeLimitAdvice(303L, 450L, 400L));
    }

    @Test
    void saysNothingWithoutASolution() {
        assertThat(TimeLimitAdvice.of(List.of(), TimeMargins.DEFAULT)).isEqualTo(new TimeLimitAdvice(null, null, null));
    }
}

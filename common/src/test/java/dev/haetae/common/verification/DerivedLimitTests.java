package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.DerivedLimit.Known;
import dev.haetae.common.verification.DerivedLimit.Measured;
import dev.haetae.common.verification.DerivedLimit.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of a package that states none. */
class DerivedLimitTests {

    @ParameterizedTest
    @CsvSource({"0, 1000", "200, 1000", "201, 2000", "1000, 5000"})
    void isTheSmallestMultipleThatLeavesItsMarginToTheSlowest(long slowest, long limit) {
        assertThat(DerivedLimit.of(
                        List.of(measured("a", Verdict.ACCEPTED, slowest), measured("b", Verdict.ACCEPTED, 0)),
                        TimeMargins.LEGACY))
                .isEqualTo(new Known(limit, List.of()));
    }

    @Test
    void leavesOutWhatIsNotAccepted() {
        DerivedLimit limit = DerivedLimit.of(
                List.of(measured("a", Verdict.WRONG_ANSWER, 9_000), measured("b", Verdict.ACCEPTED, 10)),
                TimeMargins.DEFAULT);

        assertThat(limit)
                .isEqualTo(new Known(1_000, List.of("a is not accepted: WRONG_ANSWER, 9000 ms on secret/1: broken")));
    }

    @Test
    void isUnknownWhenNoneIsAccepted() {
        assertThat(DerivedLimit.of(List.of(measured("a", Verdict.RUNTIME_ERROR, 1)), TimeMargins.DEFAULT))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void isUnknownWhenItWouldBeTooLong() {
        TimeMargins margins = new TimeMargins(100, 1, 1_000, true);

        assertThat(DerivedLimit.of(List.of(measured("a", Verdict.ACCEPTED, 13_000)), margins))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void isTwoSecondsWithoutSolutions() {
        assertThat(((Known) DerivedLimit.of(List.of(), TimeMargins.DEFAULT)).millis())
                .isEqualTo(2_000);
    }

    @Test
    void isConfirmedByWhatIsTooSlow() {
        Known limit = new Known(1_000, List.of());

        assertThat(DerivedLimit.confirmed(
                        limit,
                        List.of(
                                measured("slow", Verdict.TIME_LIMIT_EXCEEDED, 1_500),
                                measured("first wrong", Verdict.WRONG_ANSWER, 1_500)),
                        TimeMargins.DEFAULT))
                .isEqualTo(limit);
    }

    @Test
    void isNoLimitOfThe2025FormatWhenASlowSolutionIsTooFast() {
        List<Measured> tooFast = List.of(measured("a", Verdict.ACCEPTED, 1_499));
        Known limit = new Known(1_000, List.of());

        assertThat(DerivedLimit.confirmed(limit, tooFast, TimeMargins.DEFAULT)).isInstanceOf(Unknown.class);
        assertThat(((Known) DerivedLimit.confirmed(limit, tooFast, TimeMargins.LEGACY)).notes())
                .hasSize(1);
    }

    private static Measured measured(String file, Verdict verdict, long millis) {
        String detail = verdict == Verdict.WRONG_ANSWER ? "broken" : null;
        return new Measured(
                file,
                true,
                new Outcome(verdict, "secret/1", millis, detail),
                new Assessment(List.of(), verdict == Verdict.ACCEPTED ? millis : null, millis));
    }
}

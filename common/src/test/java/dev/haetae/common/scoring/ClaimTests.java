package dev.haetae.common.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                " 12.5\n",
                "\t12.50\r\n",
                "+12.5",
                "1.25e1",
                "0.125E+2",
                "12.500000000000000000000000000000000000"
            })
    void readsOneNumber(String text) {
        assertThat(Claim.of(bytes(text), null))
                .isInstanceOfSatisfying(
                        Claim.Score.class,
                        score -> assertThat(score.value()).isEqualByComparingTo(new BigDecimal("12.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1 2", "1,5", "0x10", "nan", "inf", "1e999", "1e-401", "1e99999999999", "½", "1\u0000"})
    void readsNothingElse(String text) {
        assertThat(Claim.of(bytes(text), null)).isEqualTo(new Claim.Unreadable("score.txt"));
    }

    @Test
    void boundsTheLengthOfANumber() {
        assertThat(Claim.of(bytes("1".repeat(401)), null)).isEqualTo(new Claim.Unreadable("score.txt"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.haetae.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTests {

    @Test
    void showsBytesThatAreNoTextAsReplacementCharacters() {
        Head head = Head.of(new byte[] {'a', 0, (byte) 0xFF, 'b'}, 4);

        assertThat(head).isEqualTo(new Head("a\uFFFD\uFFFDb", 4, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "해", "😀"})
    void leavesOutACharacterThatTheCutWentThrough(String character) {
        byte[] whole = ("ab" + character).getBytes(StandardCharsets.UTF_8);
        for (int length = 3; length < whole.length; length++) {
            assertThat(Head.of(Arrays.copyOf(whole, length), whole.length))
                    .isEqualTo(new Head("ab", whole.length, true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "해", "😀"})
    void keepsAWholeCharacterBeforeTheCut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Head.of(bytes, bytes.length + 1)).isEqualTo(new Head(text, bytes.length + 1, true));
    }
}

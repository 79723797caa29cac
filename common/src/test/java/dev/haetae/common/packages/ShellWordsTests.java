package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags in one text, as arguments. */
class ShellWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | ~~",
                "~  a \t b ~ | a,b",
                "--team \"two words\" | --team,two words",
                "--team='two words' | --team=two words",
                "a\\ b c | a b,c",
                "'a\\b' | a\\b",
                "\"a\\\"b\" \"c\\d\" | a\"b,c\\d",
                "a'' '' | ~a,~"
            })
    void areSplitAsAShellDoes(String text, String words) {
        List<String> wanted = words.isEmpty() ? List.of() : List.of(words.split(",", -1));

        assertThat(ShellWords.of(text)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "a \"b", "a\\", "\"a\\"})
    void areNothingWhenAQuoteIsOpen(String text) {
        assertThat(ShellWords.of(text)).isNull();
    }
}

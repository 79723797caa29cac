package dev.haetae.worker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"Main.java", "a/b/c", "...", "-fplugin=x", "@x", "이름"})
    void takesNamesBelowTheWorkDirectory(String name) {
        assertThat(BoxFile.of(name, new byte[0]).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "..", "a/../b", "a//b", "a/", ".", "a\0b"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> BoxFile.of(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}

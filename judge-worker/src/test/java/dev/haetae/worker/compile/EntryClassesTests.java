package dev.haetae.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryClassesTests {

    private static final List<String> PREFERRED = List.of("Main", "MainKt");

    @ParameterizedTest
    @CsvSource({
        "Sum, Sum",
        "Other Main, Main",
        "MainKt Other, MainKt",
        "judged.Main judged.Other, judged.Main",
        "Sum Sum$Inner, Sum",
    })
    void takesTheOnlyOneOrThePreferredOne(String launchable, String expected) {
        assertThat(EntryClasses.choose(List.of(launchable.split(" ")), null, PREFERRED))
                .isEqualTo(new Entry.Found(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"judged.Sum", "Sum", "Sum.java", "judged.Sum.java"})
    void takesTheNamedOneInAnySpelling(String named) {
        assertThat(EntryClasses.choose(List.of("judged.Main", "judged.Sum"), named, PREFERRED))
                .isEqualTo(new Entry.Found("judged.Sum"));
    }

    @Test
    void tellsThatThereIsNone() {
        assertThat(EntryClasses.choose(List.of(), null, PREFERRED))
                .isEqualTo(new Entry.Missing("No class has a main method that can be started."));
    }

    @Test
    void tellsThatItCannotChoose() {
        assertThat(EntryClasses.choose(List.of("A", "B"), null, PREFERRED))
                .isEqualTo(
                        new Entry.Missing("More than one class has a main method: A, B. Name the one to start Main."));
    }

    @Test
    void tellsThatTheNamedOneIsNotThere() {
        assertThat(EntryClasses.choose(List.of("A"), "C", PREFERRED))
                .isEqualTo(new Entry.Missing("The entry point C is no class with a main method: there are A."));
    }
}

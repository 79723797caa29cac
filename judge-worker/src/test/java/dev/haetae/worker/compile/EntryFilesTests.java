package dev.haetae.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryFilesTests {

    private static final List<String> PREFERRED = List.of("__main__.py", "main.py");

    @Test
    void takesTheNamedFileBeforeAnyOther() {
        assertThat(EntryFiles.choose(List.of("main.py", "b.py"), "b.py", PREFERRED))
                .isEqualTo(new Entry.Found("b.py"));
    }

    @Test
    void takesTheBestPreferredFile() {
        assertThat(EntryFiles.choose(List.of("a.py", "main.py", "__main__.py"), null, PREFERRED))
                .isEqualTo(new Entry.Found("__main__.py"));
    }

    @Test
    void takesTheFirstFileWhenNoneIsPreferred() {
        assertThat(EntryFiles.choose(List.of("b.py", "a.py"), null, PREFERRED)).isEqualTo(new Entry.Found("b.py"));
    }

    @Test
    void tellsThatTheNamedFileIsNotThere() {
        assertThat(EntryFiles.choose(List.of("a.py"), "b.py", PREFERRED))
                .isEqualTo(new Entry.Missing("The entry point b.py is not among the sources."));
    }
}

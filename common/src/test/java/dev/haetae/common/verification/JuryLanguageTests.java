package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The language of a solution, by its files. */
class JuryLanguageTests {

    private static final Languages SIX = Languages.all().byDefault();

    @Test
    void goesByTheExtension() {
        assertThat(JuryLanguage.of(file("Main.java", ""), SIX).map(Language::id))
                .hasValue("java");
    }

    @Test
    void passesOverFilesOfNoLanguage() {
        List<SourceFile> files =
                List.of(file("README", "").getFirst(), file("a.cpp", "").getFirst());

        assertThat(JuryLanguage.of(files, SIX).map(Language::id)).hasValue("cpp");
    }

    @Test
    void judgesPythonByPypy() {
        assertThat(JuryLanguage.of(file("a.py", "#!/usr/bin/env python3\n"), SIX)
                        .map(Language::id))
                .hasValue("pypy3");
    }

    @Test
    void takesTheOtherPythonWherePypyIsNotOffered() {
        Languages two = Languages.all().configured(List.of("c", "python3"));

        assertThat(JuryLanguage.of(file("a.py", ""), two).map(Language::id)).hasValue("python3");
    }

    @Test
    void skipsPython2() {
        assertThat(JuryLanguage.of(file("a.py", "#!/usr/bin/python2\nprint 1\n"), SIX))
                .isEmpty();
    }

    @Test
    void knowsNoLanguageOfAText() {
        assertThat(JuryLanguage.of(file("notes.txt", ""), SIX)).isEmpty();
    }

    private static List<SourceFile> file(String name, String text) {
        return List.of(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }
}

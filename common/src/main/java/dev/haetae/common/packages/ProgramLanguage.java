package dev.haetae.common.packages;

import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language of a jury's program, by the names of its files. */
final class ProgramLanguage {

    private static final String PYTHON = "pypy3";

    /** The table, but with the jury's Python before the other one. */
    private static final List<Language> LANGUAGES = Stream.concat(
                    Languages.all().find(PYTHON).stream(), Languages.all().list().stream())
            .toList();

    private ProgramLanguage() {}

    /** The id of the language that most files are a source of, or null when none is. */
    static @Nullable String of(Collection<String> files) {
        return LANGUAGES.stream()
                .max(Comparator.comparingLong(language -> sources(language, files)))
                .filter(language -> sources(language, files) > 0)
                .map(Language::id)
                .orElse(null);
    }

    private static long sources(Language language, Collection<String> files) {
        return files.stream().filter(language::isSource).count();
    }
}

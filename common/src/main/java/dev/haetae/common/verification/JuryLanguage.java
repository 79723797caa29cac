package dev.haetae.common.verification;

import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the language of a jury's solution, of which a package says nothing but its files' names. */
public final class JuryLanguage {

    private static final String PREFERRED_PYTHON = "pypy3";
    private static final Pattern PYTHON_2 = Pattern.compile("\\A#!.*\\bpython2");

    private JuryLanguage() {}

    /**
     * The first of the offered languages that one of the files is a source of; for Python PyPy, if it is offered. Empty for files of
     * no offered language, and for Python 2.
     */
    public static Optional<Language> of(Collection<SourceFile> files, Languages offered) {
        if (files.stream().anyMatch(JuryLanguage::isPython2)) {
            return Optional.empty();
        }
        Optional<Language> preferred = offered.find(PREFERRED_PYTHON).filter(python -> isIn(files, python));
        return preferred.or(() -> offered.list().stream()
                .filter(language -> isIn(files, language))
                .findFirst());
    }

    /** The language that the package names, else the one of the files. */
    public static Optional<Language> of(@Nullable String named, Collection<SourceFile> files, Languages offered) {
        return named == null ? of(files, offered) : offered.find(named);
    }

    private static boolean isIn(Collection<SourceFile> files, Language language) {
        return files.stream().anyMatch(file -> language.isSource(file.name()));
    }

    private static boolean isPython2(SourceFile file) {
        return file.name().endsWith(".py")
                && PYTHON_2.matcher(new String(file.content(), StandardCharsets.ISO_8859_1))
                        .find();
    }
}

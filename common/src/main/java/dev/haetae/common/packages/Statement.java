package dev.haetae.common.packages;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem's statement in one language.
 *
 * @param language ISO 639 code, optionally with a country: {@code en}, {@code ko}, {@code pt-BR}
 * @param markup what it is written in
 * @param text the source as it stands in the package, with U+FFFD for what is not UTF-8; null for PDF
 * @param file where it stands; files that it refers to are relative to this one's folder
 * @param title what the package calls the problem in this language, in plain text; null where it says that in the statement or not at all
 */
public record Statement(
        String language,
        Markup markup,
        @Nullable String text,
        PackageFile file,
        @Nullable String title) {

    static final String ENGLISH = "en";

    /** English, which is the default of the formats, then by language; text before PDF. */
    static final Comparator<Statement> ORDER = Comparator.comparing(
                    (Statement statement) -> !statement.language().equals(ENGLISH))
            .thenComparing(Statement::language)
            .thenComparing(Statement::markup);

    /** The same with the title that there is for its language. */
    Statement titled(Map<String, String> titles) {
        return new Statement(language, markup, text, file, titles.get(language));
    }

    /** What a statement may be written in. */
    public enum Markup {
        MARKDOWN,
        TEX,
        PDF
    }
}

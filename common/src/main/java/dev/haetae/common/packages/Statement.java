package dev.haetae.common.packages;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A problem's statement in one language.
 *
 * @param language ISO 639 code, optionally with a country: {@code en}, {@code ko}, {@code pt-BR}
 * @param markup what it is written in
 * @param text the source as it stands in the package, with U+FFFD for what is not UTF-8; null for PDF
 * @param file where it stands; files that it refers to are relative to this one's folder
 */
public record Statement(
        String language, Markup markup, @Nullable String text, PackageFile file) {

    static final String ENGLISH = "en";

    /** English, which is the default of the formats, then by language; text before PDF. */
    static final Comparator<Statement> ORDER = Comparator.comparing(
                    (Statement statement) -> !statement.language().equals(ENGLISH))
            .thenComparing(Statement::language)
            .thenComparing(Statement::markup);

    /** What a statement may be written in. */
    public enum Markup {
        MARKDOWN,
        TEX,
        PDF
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.problem.ProblemView.StatementView;
import dev.haetae.api.problem.statement.StatementHtml;
import dev.haetae.api.problem.statement.StatementHtml.Surroundings;
import dev.haetae.common.BlobRef;
import dev.haetae.common.packages.Statement.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes what students read of a problem's statements. */
@Component
class StatementViews {

    private final Problems problems;

    StatementViews(Problems problems) {
        this.problems = problems;
    }

    List<StatementView> of(Row row, ProblemContent content) {
        return content.statements().stream()
                .map(source -> view(row, content, source))
                .toList();
    }

    /** The PDF in that language; of a version whose statement is in text there is none. */
    Optional<BlobRef> pdf(Row row, String language) {
        return problems.content(row.id(), row.version()).statements().stream()
                .filter(source ->
                        source.markup() == Markup.PDF && source.language().equals(language))
                .map(source -> source.file().content())
                .findFirst();
    }

    /** The image that has this name in the current version's HTML. */
    Optional<BlobRef> image(Row row, String sha256, String ending) {
        return StatementImages.find(problems.content(row.id(), row.version()), sha256, ending);
    }

    private StatementView view(Row row, ProblemContent content, StatementSource source) {
        String language = source.language();
        if (source.markup() == Markup.PDF) {
            return new StatementView(language, title(content, source, ""), "", List.of(), pdfUrl(row.slug(), language));
        }
        Surroundings around =
                new Surroundings(language, StatementImages.urls(row.slug(), content, source.file()), content.samples());
        StatementHtml statement = StatementHtml.of(source.markup(), text(source), around);
        return new StatementView(
                language, title(content, source, statement.title()), statement.html(), statement.samplesShown(), null);
    }

    /** Its own, unless that has formulas for which the package knows plain words. */
    private static String title(ProblemContent content, StatementSource source, String own) {
        String byPackage = source.title();
        if (source.equals(content.statements().getFirst()) || (own.isEmpty() && byPackage == null)) {
            return content.title();
        }
        boolean isPlain = !own.isEmpty() && own.indexOf('$') < 0 && own.indexOf('\\') < 0;
        return isPlain || byPackage == null ? own : byPackage;
    }

    static String pdfUrl(String slug, String language) {
        return "/api/v1/problems/" + slug + "/statements/" + language + ".pdf";
    }

    /** The source of a statement in text; what is not UTF-8, and U+0000, stands as U+FFFD. */
    String text(StatementSource source) {
        try {
            byte[] bytes = problems.blob(source.file().content()).getContentAsByteArray();
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the statement " + source.file().content().sha256() + " cannot be read", e);
        }
    }
}

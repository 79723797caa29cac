package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.api.problem.ProblemEdit.StatementEdit;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.packages.Statement.Markup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps statements that were written by hand, each in the file that it had, so that its images are found as before. */
@Component
class StatementEdits {

    /** Where those of a problem lie that has none yet. */
    static final String FOLDER = "statement/";

    private final BlobStore blobs;

    StatementEdits(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * Keeps checked statements.
     *
     * @param before those of the version before
     * @throws RefusedException when a PDF is to be kept that there is not
     */
    List<StatementSource> keep(List<@Nullable StatementEdit> edits, List<StatementSource> before) {
        List<StatementSource> kept = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            kept.add(keep(requireNonNull(edits.get(i)), "statements[" + i + "]", before));
        }
        return kept;
    }

    private StatementSource keep(StatementEdit edit, String field, List<StatementSource> before) {
        String language = requireNonNull(edit.language());
        Markup markup = edit.markup() == null ? Markup.MARKDOWN : Markup.valueOf(edit.markup());
        Optional<StatementSource> old = before.stream()
                .filter(source -> source.language().equals(language) && source.markup() == markup)
                .findFirst();
        String path = old.map(source -> source.file().path()).orElse(folder(before) + fileName(language, markup));
        return switch (markup) {
            case PDF -> old.orElseThrow(() -> RefusedException.invalid(field, "the problem has no PDF in " + language));
            case MARKDOWN, TEX -> {
                byte[] source = requireNonNull(edit.source()).getBytes(StandardCharsets.UTF_8);
                String title = old.map(StatementSource::title).orElse(null);
                yield new StatementSource(language, markup, new StoredFile(path, blobs.put(source)), title);
            }
        };
    }

    private static String folder(List<StatementSource> before) {
        return before.stream()
                .map(source -> source.file().path())
                .filter(path -> path.indexOf('/') >= 0)
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .findFirst()
                .orElse(FOLDER);
    }

    private static String fileName(String language, Markup markup) {
        String ending = markup == Markup.MARKDOWN ? "md" : markup.name().toLowerCase(Locale.ROOT);
        return "problem." + language + "." + ending;
    }
}

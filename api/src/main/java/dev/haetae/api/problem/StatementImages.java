package dev.haetae.api.problem;

import dev.haetae.api.problem.EditableProblem.ImageView;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.common.BlobRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The images beside a problem's statements. Each is served under its hash, {@code /problems/{slug}/statements/{sha256}.png}, so
 * that a version's HTML shows that version's images.
 */
final class StatementImages {

    /** Of the names that images may have. */
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");

    private static final int LONGEST_NAME = 1_000;

    private StatementImages() {}

    /** The images among a version's files. */
    static List<ImageView> list(String slug, ProblemContent content) {
        return content.statementFiles().stream()
                .filter(file -> isImage(file.path()))
                .map(file -> new ImageView(
                        file.path().substring(file.path().indexOf('/') + 1),
                        url(slug, file),
                        file.content().sizeBytes()))
                .toList();
    }

    /** Where the images are that a statement means, relative to its own folder, with their endings or without; empty for none of ours. */
    static Function<String, Optional<String>> urls(String slug, ProblemContent content, StoredFile statement) {
        String folder = statement.path().substring(0, statement.path().lastIndexOf('/') + 1);
        Map<String, String> urls = new HashMap<>();
        for (StoredFile file : content.statementFiles()) {
            if (isImage(file.path())) {
                urls.putIfAbsent(file.path(), url(slug, file));
                urls.putIfAbsent(withoutEnding(file.path()), url(slug, file));
            }
        }
        return reference -> reference.length() > LONGEST_NAME
                ? Optional.empty()
                : Optional.ofNullable(
                        urls.get(folder + (reference.startsWith("./") ? reference.substring(2) : reference)));
    }

    /** The image of a version under the name that its URL has. */
    static Optional<BlobRef> find(ProblemContent content, String sha256, String ending) {
        return content.statementFiles().stream()
                .filter(file -> file.content().sha256().equals(sha256)
                        && ending(file.path()).equals(ending))
                .map(StoredFile::content)
                .findFirst();
    }

    /** Whether a file of this name is served. */
    static boolean isImage(String name) {
        return ENDINGS.contains(ending(name));
    }

    private static String url(String slug, StoredFile file) {
        return "/api/v1/problems/" + slug + "/statements/" + file.content().sha256() + "." + ending(file.path());
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String withoutEnding(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.EditableProblem.ImageView;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.api.problem.TestEdits.Place;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.packages.Statement.Markup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the images that statements show, which lie beside the first of them in text; each change makes a version. */
@RestController
@RequestMapping("/api/v1/admin/problems/{slug}/images/{name}")
class StatementImageEditController {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final long LARGEST_BYTES = 8L << 20;

    private final ProblemChanges changes;
    private final EditableProblems problems;
    private final BlobStore blobs;
    private final TransactionTemplate transaction;

    StatementImageEditController(
            ProblemChanges changes, EditableProblems problems, BlobStore blobs, TransactionTemplate transaction) {
        this.changes = changes;
        this.problems = problems;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /** The images that the problem has now. */
    record Images(String slug, int version, List<ImageView> images) {}

    @Operation(
            summary = "Adds an image, or replaces the one of its name",
            description = "png, jpg, jpeg, gif, webp or svg, up to 8 MiB; a statement shows it by its name.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version.")
    @ApiResponse(responseCode = "413", description = "The image is too large.")
    @ApiResponse(responseCode = "422", description = "The name breaks a rule, or the content is no image.")
    @PutMapping(consumes = "multipart/form-data")
    Images put(EditStart start, @PathVariable String name, @RequestPart MultipartFile image, CurrentUser user)
            throws IOException {
        if (!NAME.matcher(name).matches() || !StatementImages.isImage(name)) {
            throw RefusedException.invalid(
                    "name", "must be a plain file name that ends in .png, .jpg, .jpeg, .gif, .webp or .svg");
        }
        if (image.getSize() > LARGEST_BYTES) {
            throw RefusedException.tooLarge("An image has at most " + LARGEST_BYTES + " bytes.");
        }
        problems.find(start.slug(), user);
        try (InputStream head = image.getInputStream()) {
            if (ImageKind.of(head.readNBytes(ImageKind.HEAD_BYTES)).isEmpty()) {
                throw RefusedException.invalid("image", "is no PNG, JPEG, GIF, WebP or SVG");
            }
        }
        try (InputStream content = image.getInputStream()) {
            StoredFile file = new StoredFile(name, blobs.put(content));
            return change(new Place(start, user), name, file);
        }
    }

    @Operation(summary = "Takes an image away")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such image.")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version.")
    @DeleteMapping
    Images remove(EditStart start, @PathVariable String name, CurrentUser user) {
        return change(new Place(start, user), name, null);
    }

    private Images change(Place place, String name, @Nullable StoredFile image) {
        return Objects.requireNonNull(transaction.execute(_status -> {
            Problem problem = changes.lock(place.start(), place.user());
            ProblemContent before = changes.content(problem);
            ContentDraft draft = new ContentDraft(before).statementFiles(files(before, name, image));
            ProblemContent after = draft.content();
            int version = changes.write(problem, after, place.user().id());
            return new Images(problem.slug(), version, StatementImages.list(problem.slug(), after));
        }));
    }

    private static List<StoredFile> files(ProblemContent before, String name, @Nullable StoredFile image) {
        String path = folder(before) + name;
        List<StoredFile> files = new ArrayList<>(before.statementFiles());
        boolean there = files.removeIf(file -> file.path().equals(path));
        if (image != null) {
            files.add(new StoredFile(path, image.content()));
        } else if (!there) {
            throw RefusedException.notFound("The problem has no image " + name + ".");
        }
        return files;
    }

    private static String folder(ProblemContent content) {
        return content.statements().stream()
                .filter(statement -> statement.markup() != Markup.PDF)
                .map(statement -> statement.file().path())
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .findFirst()
                .orElse(StatementEdits.FOLDER);
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the images of statements. They come from whoever made the problem, so a browser is told to take each for the image that
 * its content is and for nothing else, and to let it do nothing; an SVG that is opened by itself would be a document with our
 * origin, and is saved instead. What is no image is not served.
 */
@RestController
class StatementImageController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Problems problems;
    private final StatementViews statements;

    StatementImageController(Problems problems, StatementViews statements) {
        this.problems = problems;
        this.statements = statements;
    }

    @GetMapping("/api/v1/problems/{slug}/statements/{sha256:[0-9a-f]{64}}.{ending:png|jpe?g|gif|webp|svg}")
    ResponseEntity<Resource> image(
            @PathVariable String slug,
            @PathVariable String sha256,
            @PathVariable String ending,
            @Nullable CurrentUser user) {
        Row row = problems.visible(slug, user);
        BlobRef image = statements
                .image(row, sha256, ending)
                .orElseThrow(() -> RefusedException.notFound("The problem has no such image."));
        ImageKind kind = ImageKind.of(problems.bytes(image, ImageKind.HEAD_BYTES))
                .orElseThrow(() -> RefusedException.notFound("The problem has a file of that name that is no image."));
        String disposition = kind == ImageKind.SVG ? "attachment" : "inline";
        return ResponseEntity.ok()
                .eTag(sha256)
                .cacheControl(FOR_EVER)
                .header(HttpHeaders.CONTENT_TYPE, kind.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(problems.blob(image));
    }
}

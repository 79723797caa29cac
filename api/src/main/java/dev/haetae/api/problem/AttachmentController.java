package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the attachments of problems. They come from whoever made the problem: a browser saves them and shows none. */
@RestController
class AttachmentController {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final Problems problems;
    private final Attachments attachments;

    AttachmentController(Problems problems, Attachments attachments) {
        this.problems = problems;
        this.attachments = attachments;
    }

    /** The names are those of {@code attachments} in the problem; some have a slash. */
    @GetMapping("/api/v1/problems/{slug}/attachments/{*name}")
    ResponseEntity<Resource> attachment(
            @PathVariable String slug, @PathVariable String name, @Nullable CurrentUser user) {
        Row row = problems.visible(slug, user);
        BlobRef attachment = attachments
                .find(problems.content(row.id(), row.version()), name.substring(1))
                .orElseThrow(() -> RefusedException.notFound("The problem has no such attachment."));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name.substring(name.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(attachment.sha256())
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(problems.blob(attachment));
    }
}

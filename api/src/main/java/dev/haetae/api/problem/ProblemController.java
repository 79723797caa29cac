package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemStore.ListFilter;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contract's reads of problems. */
@RestController
class ProblemController {

    /** Kept by the reader, who asks each time whether it has changed; else the server's default would forbid keeping it. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    /** What browsers' own viewers need at most. */
    private static final String PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

    private final Problems problems;
    private final ProblemStore store;
    private final ProblemViews views;
    private final StatementViews statements;

    ProblemController(Problems problems, ProblemStore store, ProblemViews views, StatementViews statements) {
        this.problems = problems;
        this.store = store;
        this.views = views;
        this.statements = statements;
    }

    /**
     * A problem in a list.
     *
     * @param solvedBy how many users
     */
    record ProblemSummary(
            String slug, String title, @Nullable Integer difficulty, List<String> tags, long solvedBy) {

        static ProblemSummary of(Row row) {
            return new ProblemSummary(row.slug(), row.title(), row.difficulty(), row.tags(), row.solvedBy());
        }
    }

    @GetMapping("/api/v1/problems")
    Page<ProblemSummary> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @Nullable CurrentUser user) {
        Paging paging = Paging.of(limit, after);
        boolean all = user != null && user.isAdmin();
        ListFilter filter = new ListFilter(all, user == null ? null : user.id(), query, tag);
        List<Row> rows = store.page(filter, paging.after(), paging.fetch());
        return Page.of(rows, paging, Row::slug).map(ProblemSummary::of);
    }

    @GetMapping("/api/v1/problems/{slug}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    ResponseEntity<String> read(@PathVariable String slug, @Nullable CurrentUser user) {
        Row row = problems.visible(slug, user);
        return ResponseEntity.ok()
                .eTag(views.tag(row))
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.APPLICATION_JSON)
                .body(views.json(row));
    }

    @GetMapping("/api/v1/problems/{slug}/statements/{language}.pdf")
    ResponseEntity<Resource> pdf(@PathVariable String slug, @PathVariable String language, @Nullable CurrentUser user) {
        Row row = problems.visible(slug, user);
        BlobRef pdf = statements
                .pdf(row, language)
                .orElseThrow(() -> RefusedException.notFound("The problem has no such statement."));
        return ResponseEntity.ok()
                .eTag(pdf.sha256())
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + slug + "." + language + ".pdf\"")
                .header("Content-Security-Policy", PDF_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(problems.blob(pdf));
    }
}

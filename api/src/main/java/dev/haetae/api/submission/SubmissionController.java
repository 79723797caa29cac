package dev.haetae.api.submission;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionStore.Filter;
import dev.haetae.api.submission.SubmissionStore.Stamp;
import dev.haetae.api.web.Answer;
import dev.haetae.api.web.Idempotency;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.RateLimits;
import dev.haetae.api.web.RefusedException;
import dev.haetae.api.web.Sha256;
import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The contract's calls on submissions. */
@RestController
@RequestMapping("/api/v1")
class SubmissionController {

    private final Problems problems;
    private final Submissions submissions;
    private final SubmissionStore store;
    private final SubmissionAccess access;
    private final SubmissionViews views;
    private final FinishedViews finished;
    private final Idempotency idempotency;
    private final RateLimits rateLimits;
    private final JsonMapper json;

    SubmissionController(
            Problems problems,
            Submissions submissions,
            SubmissionStore store,
            SubmissionAccess access,
            SubmissionViews views,
            FinishedViews finished,
            Idempotency idempotency,
            RateLimits rateLimits,
            JsonMapper json) {
        this.problems = problems;
        this.submissions = submissions;
        this.store = store;
        this.access = access;
        this.views = views;
        this.finished = finished;
        this.idempotency = idempotency;
        this.rateLimits = rateLimits;
        this.json = json;
    }

    @PostMapping("/problems/{slug}/submissions")
    ResponseEntity<byte[]> submit(
            @PathVariable String slug,
            @RequestBody NewSubmission body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        if (!user.isStaff()) {
            rateLimits.takeSubmission(user.id());
        }
        byte[] fingerprint = key == null ? new byte[0] : Sha256.of(slug + "\n" + json.writeValueAsString(body));
        return once(slug, body, key, fingerprint, user).toResponse();
    }

    /** Only what a problem lets in as it was last seen is believed; staff see more than what was. */
    private Answer once(String slug, NewSubmission body, @Nullable String key, byte[] fingerprint, CurrentUser user) {
        JudgeableProblem seen = user.isStaff() ? null : problems.lastSeen(slug).orElse(null);
        if (seen != null) {
            try {
                return idempotency.onceTogether(
                        user.id(), key, fingerprint, () -> taken(submissions.submitAsSeen(seen, body, user)));
            } catch (RefusedException outdated) {
                // Asked again below.
            }
        }
        return idempotency.once(user.id(), key, fingerprint, () -> taken(submissions.submit(slug, body, user)));
    }

    private Answer taken(Submission submission) {
        byte[] body = json.writeValueAsBytes(views.taken(submission));
        return new Answer(202, "/api/v1/submissions/" + submission.id(), body);
    }

    @GetMapping("/submissions/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    ResponseEntity<String> read(@PathVariable UUID id, CurrentUser user) {
        Viewer viewer = access.viewer(user);
        Stamp stamp = access.stamp(id, user);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (stamp.status() != Status.DONE) {
            return answer.body(json.writeValueAsString(views.view(access.find(id, user), viewer)));
        }
        return answer.cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(FinishedViews.version(stamp, viewer))
                .body(finished.json(id, stamp, viewer, () -> views.view(access.find(id, user), viewer)));
    }

    @GetMapping("/submissions")
    Page<SubmissionSummary> list(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(name = "user", required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            CurrentUser user) {
        Paging paging = Paging.of(limit, after);
        Filter filter = new Filter(problem, access.listable(username, user), language, verdict, !user.isStaff());
        Viewer viewer = access.viewer(user);
        List<Submission> rows = store.page(filter, paging.afterId(), paging.fetch());
        return Page.of(rows, paging, row -> row.id().toString()).map(row -> views.summary(row, viewer));
    }

    /** A submission's sources, as text. */
    record Source(List<File> files) {

        /** One of them; bytes that are not UTF-8 and U+0000 stand as U+FFFD. */
        record File(String name, String content) {}
    }

    @GetMapping("/submissions/{id}/source")
    Source source(@PathVariable UUID id, CurrentUser user) {
        access.find(id, user);
        return new Source(store.files(id).stream()
                .map(file -> new Source.File(file.name(), text(file)))
                .toList());
    }

    private static String text(SourceFile file) {
        return new String(file.content(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    @PostMapping("/submissions/{id}/cancel")
    SubmissionView cancel(@PathVariable UUID id, CurrentUser user) {
        access.find(id, user);
        submissions.cancel(id);
        return views.view(access.find(id, user), access.viewer(user));
    }
}

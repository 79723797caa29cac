package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.EditableProblem.EditableSummary;
import dev.haetae.api.problem.ProblemRemoval.Outcome;
import dev.haetae.api.web.Answer;
import dev.haetae.api.web.Idempotency;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Problems for those who edit them: instructors their own, administrators all. */
@RestController
@RequestMapping("/api/v1/admin/problems")
class ProblemEditController {

    private final EditableProblems problems;
    private final ProblemEdits edits;
    private final ProblemRemoval removal;
    private final RepeatedChecks checks;
    private final Idempotency idempotency;
    private final JsonMapper json;

    ProblemEditController(
            EditableProblems problems,
            ProblemEdits edits,
            ProblemRemoval removal,
            RepeatedChecks checks,
            Idempotency idempotency,
            JsonMapper json) {
        this.problems = problems;
        this.edits = edits;
        this.removal = removal;
        this.checks = checks;
        this.idempotency = idempotency;
        this.json = json;
    }

    @Operation(summary = "Lists the problems that you may edit, archived ones too")
    @GetMapping
    Page<EditableSummary> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            CurrentUser user) {
        return problems.page(query, Paging.of(limit, after), user);
    }

    @Operation(summary = "Shows all that there is to edit, and who made each version")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EditableProblem.class)))
    @GetMapping("/{slug}")
    ResponseEntity<byte[]> read(@PathVariable String slug, CurrentUser user) {
        EditableProblem problem = problems.read(slug, user);
        byte[] body = json.writeValueAsBytes(problem);
        return ResponseEntity.ok()
                .eTag(problem.version() + "-" + Sha256.hex(body).substring(0, 16))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    @Operation(
            summary = "Makes a problem",
            description = "It is hidden unless visibility says PUBLIC, and takes submissions once it has a test.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EditableProblem.class)))
    @ApiResponse(responseCode = "409", description = "The slug is taken.")
    @ApiResponse(responseCode = "422", description = "A field breaks a rule.")
    @PostMapping
    ResponseEntity<byte[]> make(
            @RequestBody ProblemEdit edit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        byte[] fingerprint = key == null ? new byte[0] : Sha256.of("problem\n" + json.writeValueAsString(edit));
        return idempotency
                .once(user.id(), key, fingerprint, () -> made(edit, user))
                .toResponse();
    }

    private Answer made(ProblemEdit edit, CurrentUser user) {
        edits.make(edit, user);
        String slug = String.valueOf(edit.slug());
        return new Answer(201, "/api/v1/admin/problems/" + slug, json.writeValueAsBytes(problems.read(slug, user)));
    }

    @Operation(
            summary = "Changes a problem",
            description = "Each change makes an immutable version; what is being judged stays with its own.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "It was changed since the version that the change starts from.")
    @ApiResponse(responseCode = "422", description = "A field breaks a rule.")
    @PutMapping("/{slug}")
    EditableProblem change(EditStart start, @RequestBody ProblemEdit edit, CurrentUser user) {
        edits.change(start, edit, user);
        return problems.read(start.slug(), user);
    }

    @Operation(
            summary = "Does again what has failed of a problem",
            description =
                    "Runs the input validators again when checks is FAILED, and measures the time limit again when it could not"
                            + " be found: a worker may have been at fault. The version stays the same; checks and state say how far"
                            + " it is.")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "Nothing has failed.")
    @PostMapping("/{slug}/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditableProblem checkAgain(@PathVariable String slug, CurrentUser user) {
        checks.begin(slug, user);
        return problems.read(slug, user);
    }

    /** What has become of a problem that somebody wanted deleted. */
    record Removed(String slug, Outcome outcome) {}

    @Operation(
            summary = "Takes a problem away",
            description =
                    "One without submissions is deleted. One with submissions is archived, as outcome says: nobody sees"
                            + " or solves it any more, its submissions and versions stay, and so does its slug, for good.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "It was changed since that version, or is archived already.")
    @DeleteMapping("/{slug}")
    Removed remove(EditStart start, CurrentUser user) {
        return new Removed(start.slug(), removal.remove(start, user));
    }
}

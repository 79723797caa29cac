package dev.haetae.api.run;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.web.Answer;
import dev.haetae.api.web.Idempotency;
import dev.haetae.api.web.RateLimits;
import dev.haetae.api.web.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The contract's calls on runs. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

    private final Runs runs;
    private final RunViews views;
    private final Idempotency idempotency;
    private final RateLimits rateLimits;
    private final JsonMapper json;

    RunController(Runs runs, RunViews views, Idempotency idempotency, RateLimits rateLimits, JsonMapper json) {
        this.runs = runs;
        this.views = views;
        this.idempotency = idempotency;
        this.rateLimits = rateLimits;
        this.json = json;
    }

    @Operation(
            summary = "Runs a program once on an input",
            description =
                    "Nothing is compared; with a problem its limits count, with a sample that is the input, or its interactor "
                            + "talks with the program. Kept 1 hour.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RunView.class)))
    @PostMapping
    ResponseEntity<byte[]> begin(
            @RequestBody NewRun body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        if (!user.isStaff()) {
            rateLimits.takeSubmission(user.id());
        }
        byte[] fingerprint = key == null ? new byte[0] : Sha256.of("run\n" + json.writeValueAsString(body));
        return idempotency
                .once(user.id(), key, fingerprint, () -> begun(runs.begin(body, user), user))
                .toResponse();
    }

    private Answer begun(UUID id, CurrentUser user) {
        return new Answer(202, "/api/v1/runs/" + id, json.writeValueAsBytes(views.view(id, user)));
    }

    @Operation(summary = "Shows a run of yours and what it has come to")
    @GetMapping("/{id}")
    RunView read(@PathVariable UUID id, CurrentUser user) {
        return views.view(id, user);
    }
}

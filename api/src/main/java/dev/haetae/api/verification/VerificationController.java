package dev.haetae.api.verification;

import dev.haetae.api.account.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract's calls on verifications. */
@RestController
@RequestMapping("/api/v1/admin/problems/{slug}/verification")
class VerificationController {

    private final Verifications verifications;
    private final VerificationViews views;

    VerificationController(Verifications verifications, VerificationViews views) {
        this.verifications = verifications;
        this.views = views;
    }

    @Operation(
            summary = "Judges every jury solution of a problem's current version",
            description = "While one of this version is under way, it is the answer. Judged when no student waits.")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "The problem has no tests or no jury solutions.")
    @PostMapping
    ResponseEntity<VerificationView> begin(@PathVariable String slug, CurrentUser user) {
        UUID id = verifications.begin(slug, user);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/admin/problems/" + slug + "/verification/" + id))
                .body(views.view(slug, id, user));
    }

    @Operation(summary = "Shows expected against actual verdicts, and what they say of the time limit")
    @GetMapping("/{id}")
    VerificationView read(@PathVariable String slug, @PathVariable UUID id, CurrentUser user) {
        return views.view(slug, id, user);
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives problems back as packages. */
@RestController
class ExportController {

    private final ProblemExports exports;

    ExportController(ProblemExports exports) {
        this.exports = exports;
    }

    @Operation(
            summary = "Gives a problem as an ICPC package, a zip that imports back to the same problem",
            description =
                    "An imported package comes back as it was, with what has been changed since; a problem that was made by"
                            + " hand, or imported from Polygon, in the format 2025-09. The same version gives the same bytes.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "409",
            description = "The problem has no tests, or was imported before packages were kept.")
    @GetMapping("/api/v1/admin/problems/{slug}/export")
    void export(CurrentUser user, @PathVariable String slug, HttpServletResponse response) throws IOException {
        ZipAnswer.write(slug + ".zip", exports.of(slug, user), response);
    }
}

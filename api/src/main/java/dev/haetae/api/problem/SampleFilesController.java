package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives whoever sees a problem its samples to be saved. */
@RestController
class SampleFilesController {

    private final Problems problems;
    private final SampleFiles samples;

    SampleFilesController(Problems problems, SampleFiles samples) {
        this.problems = problems;
        this.samples = samples;
    }

    @Operation(
            summary = "Gives the samples of a problem as a zip of their files",
            description =
                    "`sample/1.in` and `sample/1.ans`, with the files of `sample/1.files/`, or `sample/1.interaction`. They are"
                            + " whole, and those that the package has for downloading.")
    @ApiResponse(responseCode = "200")
    @GetMapping("/api/v1/problems/{slug}/samples.zip")
    void samples(@PathVariable String slug, @Nullable CurrentUser user, HttpServletResponse response)
            throws IOException {
        ZipAnswer.write(slug + "-samples.zip", samples.of(problems.visible(slug, user)), response);
    }
}

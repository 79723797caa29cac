package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.TestEdits.Changed;
import dev.haetae.api.problem.TestEdits.Place;
import dev.haetae.api.web.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes archives of tests, as a form's file or, up to 16 MiB, as the body. */
@RestController
class TestArchiveController {

    private static final String PATH = "/api/v1/admin/problems/{slug}/testdata";

    private final TestEdits edits;

    TestArchiveController(TestEdits edits) {
        this.edits = edits;
    }

    @Operation(
            summary = "Replaces the tests by those of a zip",
            description =
                    "*.in, each with its *.ans or *.out. What lies in sample/ replaces the samples, all else the secret"
                            + " tests; a zip without the ones leaves them as they are. A test is compared as the one of its name"
                            + " was, else as its group, else as the problem's other tests.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version.")
    @ApiResponse(responseCode = "422", description = "The archive is refused: errors names each file.")
    @PutMapping(path = PATH, consumes = "multipart/form-data")
    Changed replace(
            EditStart start,
            @RequestPart(required = false) @Nullable MultipartFile testdata,
            @Parameter(hidden = true) MultipartHttpServletRequest upload,
            CurrentUser user)
            throws IOException {
        MultipartFile archive = testdata == null ? only(upload.getFileMap().values()) : testdata;
        return replace(new Place(start, user), archive);
    }

    /** Whatever its name. */
    private static MultipartFile only(Collection<MultipartFile> files) {
        if (files.size() != 1) {
            throw RefusedException.invalid("testdata", "is missing");
        }
        return files.iterator().next();
    }

    @PutMapping(
            path = PATH,
            consumes = {"application/zip", "application/octet-stream"})
    Changed replace(EditStart start, InputStream archive, CurrentUser user) throws IOException {
        return replace(new Place(start, user), () -> archive);
    }

    private Changed replace(Place place, InputStreamSource archive) throws IOException {
        Path file = Files.createTempFile("haetae-testdata", ".zip");
        try (InputStream content = archive.getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return edits.replace(place, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

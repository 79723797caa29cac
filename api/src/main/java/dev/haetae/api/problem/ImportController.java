package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemImports.Order;
import dev.haetae.api.web.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes problem packages. */
@RestController
class ImportController {

    private final ProblemImports imports;

    ImportController(ProblemImports imports) {
        this.imports = imports;
    }

    @Operation(
            summary = "Makes a problem of a package, or its next version",
            description =
                    "A zip, its files in the root or in one top folder. Under slug, else under the package's short name.")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "403", description = "The problem of that slug is another's.")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version, or is archived.")
    @ApiResponse(responseCode = "422", description = "The package is refused: errors names each file and line.")
    @PostMapping(path = "/api/v1/admin/problems/import", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ImportedProblem importPackage(
            EditStart start,
            @RequestPart("package") MultipartFile archive,
            @RequestParam(required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable String visibility,
            CurrentUser user)
            throws IOException {
        Visibility wanted = visibility == null ? null : Visibility.of(visibility);
        if (visibility != null && wanted == null) {
            throw RefusedException.invalid("visibility", "must be PUBLIC or HIDDEN");
        }
        Path file = Files.createTempFile("haetae-package", ".zip");
        try {
            archive.transferTo(file);
            String name = String.valueOf(archive.getOriginalFilename());
            return imports.importPackage(new Order(file, name, slug, wanted, start), user);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

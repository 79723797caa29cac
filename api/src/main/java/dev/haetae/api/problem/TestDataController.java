package dev.haetae.api.problem;

import dev.haetae.api.web.RefusedException;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives workers, and nobody else, test data by hash. */
@Hidden
@RestController
class TestDataController {

    private final BlobStore blobs;

    TestDataController(BlobStore blobs) {
        this.blobs = blobs;
    }

    @GetMapping("/internal/testdata/{sha256:[0-9a-f]{64}}")
    ResponseEntity<Resource> blob(@PathVariable String sha256) {
        Resource blob =
                blobs.find(sha256).orElseThrow(() -> RefusedException.notFound("There is no blob " + sha256 + "."));
        return blobs.address(sha256).map(TestDataController::redirect).orElseGet(() -> content(sha256, blob));
    }

    /** The address is good for a short time only. */
    private static ResponseEntity<Resource> redirect(URI address) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ResponseEntity<Resource> content(String sha256, Resource blob) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .eTag(sha256)
                .body(blob);
    }
}

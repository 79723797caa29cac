package dev.haetae.api.problem;

import dev.haetae.api.web.RefusedException;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
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
        Path file = blobs.find(sha256).orElseThrow(() -> RefusedException.notFound("There is no blob " + sha256 + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .eTag(sha256)
                .body(new FileSystemResource(file));
    }
}

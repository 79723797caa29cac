package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which store the settings name. */
class BlobSettingsTests {

    @Test
    void nameADirectoryUnlessTheySayOtherwise() {
        assertThat(bound(Map.of("haetae.blobs.directory", "/blobs")))
                .isEqualTo(new BlobSettings(BlobSettings.Kind.DIRECTORY, Path.of("/blobs"), null));
    }

    @Test
    void nameABucketBesideADirectory() {
        BlobSettings settings = bound(Map.of(
                "haetae.blobs.store", "s3",
                "haetae.blobs.directory", "/blobs",
                "haetae.blobs.s3.bucket", "tests"));

        assertThat(settings.store()).isEqualTo(BlobSettings.Kind.S3);
        assertThat(settings.s3())
                .isEqualTo(new S3Settings("tests", null, null, false, null, null, false, Duration.ofMinutes(15)));
    }

    @Test
    void needThePlaceOfTheirStore() {
        assertRefused(Map.of(), "haetae.blobs.directory is not set");
        assertRefused(Map.of("haetae.blobs.store", "s3"), "haetae.blobs.s3.bucket is not set");
        assertRefused(
                Map.of("haetae.blobs.store", "s3", "haetae.blobs.s3.path-style", "true"),
                "haetae.blobs.s3.bucket is not set");
    }

    private static void assertRefused(Map<String, String> settings, String reason) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(settings))
                .withStackTraceContaining(reason);
    }

    private static BlobSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("haetae.blobs", BlobSettings.class);
    }
}

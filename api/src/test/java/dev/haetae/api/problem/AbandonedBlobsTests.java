package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dead imports left. */
class AbandonedBlobsTests {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void removesWhatNobodyHasWrittenToForADay() throws IOException {
        Path dead = file("new-1.tmp", Duration.ofHours(25));
        Path alive = file("new-2.tmp", Duration.ofHours(23));

        abandoned(directory).removeAtStart();

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void leavesBlobsAlone() throws IOException {
        Path blob = file("a".repeat(64), Duration.ofDays(300));

        abandoned(directory).removeAtStart();

        assertThat(blob).exists();
    }

    @Test
    void hasNothingToDoBeforeTheFirstBlob() {
        abandoned(directory.resolve("none")).removeAtStart();

        assertThat(directory).isEmptyDirectory();
    }

    private static AbandonedBlobs abandoned(Path directory) {
        return new AbandonedBlobs(
                new BlobSettings(BlobSettings.Kind.DIRECTORY, directory, null), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.createFile(directory.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}

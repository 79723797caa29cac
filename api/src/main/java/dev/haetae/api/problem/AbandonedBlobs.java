package dev.haetae.api.problem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes at start what an API that died left half written in the blob directory. Another one that shares the directory may be
 * writing just now: what was written to within a day stays.
 */
@Component
class AbandonedBlobs {

    private static final Logger log = LoggerFactory.getLogger(AbandonedBlobs.class);
    private static final Duration SURELY_DEAD = Duration.ofDays(1);

    private final BlobSettings settings;
    private final Clock clock;

    AbandonedBlobs(BlobSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** It is no reason not to start when that fails. */
    @EventListener(ApplicationReadyEvent.class)
    void removeAtStart() {
        Path directory = settings.directory();
        if (settings.store() != BlobSettings.Kind.DIRECTORY || directory == null) {
            return;
        }
        try {
            removeFrom(directory);
        } catch (IOException e) {
            log.warn("Half-written blobs in {} could not be removed: {}", directory, e.toString());
        }
    }

    private void removeFrom(Path directory) throws IOException {
        Instant dead = clock.instant().minus(SURELY_DEAD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, DirectoryBlobStore.HALF_WRITTEN)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            log.debug("Nothing to remove: {}", e.toString());
        }
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.web.OutageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the blobs that no version of a problem needs: of deleted problems, and of imports that were given up.
 *
 * <p>An import keeps its blobs first, and names them in a version much later. So a blob counts as needed for a day after it was kept last, also
 * when it had been there before: to keep it again makes it young. What is old is listed first, then the versions are asked, and then the store
 * removes each unless it has become young meanwhile: who keeps it in between has either made it young, and it stays, or does not find it, and
 * writes it anew. Any node may do this at any time, several at once too.
 */
@Component
class OrphanedBlobs {

    private static final Logger log = LoggerFactory.getLogger(OrphanedBlobs.class);
    private static final Duration YOUNG = Duration.ofDays(1);

    private final OldBlobs oldBlobs;
    private final ReferencedBlobs referenced;
    private final Clock clock;

    OrphanedBlobs(OldBlobs oldBlobs, ReferencedBlobs referenced, Clock clock) {
        this.oldBlobs = oldBlobs;
        this.referenced = referenced;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
    void removeDaily() {
        try {
            int removed = remove();
            log.info("Removed {} blobs that no problem needs", removed);
        } catch (IOException | OutageException e) {
            log.warn("Blobs that no problem needs could not be removed: {}", e.toString());
        }
    }

    /** How many were removed. */
    int remove() throws IOException {
        Instant old = clock.instant().minus(YOUNG);
        List<String> candidates = oldBlobs.before(old);
        Set<String> needed = referenced.find();
        int removed = 0;
        for (String candidate : candidates) {
            if (!needed.contains(candidate) && oldBlobs.removeUnlessYoung(candidate, old)) {
                removed++;
            }
        }
        return removed;
    }
}

package dev.haetae.worker.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A worker.
 *
 * @param name unique in the fleet
 * @param slots how many submissions it judges at a time; 0 for one less than there are cores, but at least one
 * @param directory its own: holds {@code ready} while it consumes
 * @param grace how long it finishes what it judges when it has to stop
 * @param heartbeat the time between two
 * @param acceptUnproven limits, by the names of the runner's self-test, that it does without where they cannot be proven; every judgement says so
 */
@ConfigurationProperties("haetae.worker")
record WorkerProperties(
        String name, int slots, Path directory, Duration grace, Duration heartbeat, Set<String> acceptUnproven) {

    WorkerProperties {
        if (name.isBlank()) {
            throw new IllegalArgumentException("haetae.worker.name is missing");
        }
        if (slots < 0) {
            throw new IllegalArgumentException("haetae.worker.slots cannot be " + slots);
        }
        slots = slots > 0 ? slots : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}

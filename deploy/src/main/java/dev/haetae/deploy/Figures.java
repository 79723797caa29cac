package dev.haetae.deploy;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The API's own figures as the collector brings them to CloudWatch; collector.yaml chooses which. Every node tells the same. */
final class Figures {

    private Figures() {}

    /** Seconds since the first live request that no worker has begun was made. */
    static Metric queueAge() {
        return figure("haetae_queue_age_seconds", Map.of("urgency", "live"));
    }

    static Metric workersReady() {
        return figure("haetae_workers", Map.of("state", "ready"));
    }

    static Metric deadLetters() {
        return figure("haetae_dead_letters_open", Map.of());
    }

    private static Metric figure(String name, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace("Haetae")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}

package dev.haetae.api.submission;

import dev.haetae.api.submission.SubmissionStore.Stamp;
import dev.haetae.api.web.Redis;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submissions that have their verdict, as JSON in Redis. What is kept stands under the attempt, the time of the verdict and the reader's
 * kind, so that it is never stale: a redriven submission has another attempt. The verdict is no part of it, as not every reader learns it.
 */
@Component
class FinishedViews {

    private static final Duration KEEP = Duration.ofMinutes(10);

    private final Redis redis;
    private final JsonMapper json;

    FinishedViews(Redis redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** The JSON that was kept, else that of {@code view}, kept for the next reader. */
    String json(UUID submission, Stamp stamp, Viewer viewer, Supplier<SubmissionView> view) {
        return redis.kept(
                "submission",
                submission + ":" + version(stamp, viewer),
                KEEP,
                () -> json.writeValueAsString(view.get()));
    }

    /** Names what a reader of that kind sees; as an entity tag it is good. */
    static String version(Stamp stamp, Viewer viewer) {
        return stamp.attempt() + "-" + stamp.judgedMicros() + "-" + viewer;
    }
}

package dev.haetae.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Waits for verdicts, also while parts of the system are away. */
final class Waiting {

    private Waiting() {}

    /** The submission as it is when it has its verdict. */
    static JsonNode untilDone(Client client, String id) {
        return await().ignoreExceptions()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.submission(id), Waiting::isDone);
    }

    static boolean isDone(JsonNode submission) {
        return submission.get("status").asString().equals("DONE");
    }
}

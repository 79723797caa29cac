package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever dies, each submission gets exactly one verdict, and it is the right one. */
class FaultIT {

    /** Its verdict is RUNTIME_ERROR, whoever judges it. */
    private static final String SOURCE = """
            #include <stdio.h>
            int main(void) { int c; while ((c = getchar()) != EOF) putchar(c); return 1; }
            """;

    private static final int TRICKLE = 200;
    private static final Duration TRICKLE_PERIOD = Duration.ofMillis(400);
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final RunningSystem system = RunningSystem.get();
    private final Launcher launcher = system.launcher();
    private final Client client = system.admin();

    @Test
    void losesNothingWhileEachPartDies() throws Exception {
        long judgedBefore = system.judged("hello");
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<List<String>> trickle = executor.submit(this::trickle);

            killAndStart("worker");
            launcher.run("restart", "redis");
            launcher.run("restart", "postgresql");
            launcher.run("restart", "worker");
            launcher.run("restart", "rabbitmq");
            launcher.run("restart", "api");
            killAndStart("worker");
            keepDatabaseDown();

            List<JsonNode> ended = trickle.get().stream()
                    .map(id -> Waiting.untilDone(client, id))
                    .toList();
            assertThat(ended).hasSize(TRICKLE).allSatisfy(FaultIT::hasTheRightVerdict);
            assertThat(system.judged("hello") - judgedBefore).isEqualTo(TRICKLE);
        }
    }

    @Test
    void waitingUsesUpNoAttempt() {
        launcher.run("stop", "worker");
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(client.submit("hello", "c", SOURCE));
        }

        await().pollDelay(Duration.ofMillis(10 * RunningSystem.SWEEP_PERIOD_MILLIS))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(waiting.stream().map(client::submission))
                        .allSatisfy(FaultIT::waitsInItsFirstAttempt));

        launcher.run("start", "worker");
        assertThat(waiting.stream().map(id -> Waiting.untilDone(client, id))).allSatisfy(submission -> {
            hasTheRightVerdict(submission);
            assertThat(submission.get("attempt").asInt()).isEqualTo(1);
        });
    }

    private List<String> trickle() {
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < TRICKLE; i++) {
            submitted.add(client.submit("hello", "c", SOURCE));
            LockSupport.parkNanos(TRICKLE_PERIOD.toNanos());
        }
        return submitted;
    }

    private void killAndStart(String service) {
        launcher.run("kill", service);
        launcher.run("start", service);
    }

    private void keepDatabaseDown() {
        launcher.run("stop", "postgresql");
        LockSupport.parkNanos(OUTAGE.toNanos());
        launcher.run("start", "postgresql");
    }

    private static void hasTheRightVerdict(JsonNode submission) {
        assertThat(submission.get("verdict").asString()).as("%s", submission).isEqualTo("RUNTIME_ERROR");
    }

    private static void waitsInItsFirstAttempt(JsonNode submission) {
        assertThat(submission.get("status").asString()).isEqualTo("QUEUED");
        assertThat(submission.get("attempt").asInt()).isEqualTo(1);
    }
}

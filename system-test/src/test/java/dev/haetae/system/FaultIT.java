package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever dies, each submission gets exactly one verdict, and it is the right one. */
class FaultIT {

    /** Its verdict is RUNTIME_ERROR, whoever judges it. */
    private static final String SOURCE = """
            #include <stdio.h>
            int main(void) { int c; while ((c = getchar()) != EOF) putchar(c); return 1; }
            """;

    /** The same verdict, after a second. */
    private static final String SLOW_SOURCE = """
            #include <time.h>
            int main(void) { while (clock() < CLOCKS_PER_SEC) { } return 1; }
            """;

    private static final int MOST_KILLS = 5;
    private static final int TRICKLE = 200;
    private static final Duration TRICKLE_PERIOD = Duration.ofMillis(400);
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final RunningSystem system = RunningSystem.get();
    private final Launcher launcher = system.launcher();
    private final Client client = system.admin();

    /** Those that ended too soon. */
    private final List<String> missed = new ArrayList<>();

    @Test
    void losesNothingWhileEachPartDies() throws Exception {
        long judgedBefore = system.judged("hello");
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<List<String>> trickle = executor.submit(this::trickle);
            List<String> interrupted = List.of(
                    killWhileJudging(),
                    restartWhileJudging("redis"),
                    restartWhileJudging("postgresql"),
                    restartWhileJudging("worker"),
                    restartWhileJudging("rabbitmq"),
                    restartWhileJudging("api"),
                    killWhileJudging(),
                    keepDatabaseDownWhileJudging());

            List<JsonNode> ended = Stream.of(trickle.get(), interrupted, missed)
                    .flatMap(List::stream)
                    .map(id -> Waiting.untilDone(client, id))
                    .toList();
            assertThat(ended)
                    .hasSizeGreaterThanOrEqualTo(TRICKLE + interrupted.size())
                    .allSatisfy(FaultIT::hasTheRightVerdict);
            assertThat(system.judged("hello") - judgedBefore).isEqualTo(ended.size());
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
        await().pollInterval(TRICKLE_PERIOD).atMost(Duration.ofMinutes(10)).until(() -> {
            submitted.add(client.submit("hello", "c", SOURCE));
            return submitted.size() == TRICKLE;
        });
        return submitted;
    }

    /** Once more where the judging ended before the kill. */
    private String killWhileJudging() {
        for (int kill = 0; kill < MOST_KILLS; kill++) {
            String id = beingJudged();
            launcher.run("kill", "worker");
            boolean underWay = client.submission(id).get("verdict").isNull();
            launcher.run("start", "worker");
            if (underWay) {
                return id;
            }
            missed.add(id);
        }
        throw new AssertionError("no kill hit a judging under way");
    }

    private String restartWhileJudging(String service) {
        String id = beingJudged();
        launcher.run("restart", service);
        return id;
    }

    /** The judging ends while its report cannot be stored. */
    private String keepDatabaseDownWhileJudging() {
        String id = beingJudged();
        launcher.run("stop", "postgresql");
        await().during(OUTAGE).atMost(OUTAGE.multipliedBy(3)).until(() -> !canBeRead(id));
        launcher.run("start", "postgresql");
        return id;
    }

    /**
     * A submission that a worker has begun at this moment, and that takes it about a second. One that ended before its beginning was
     * heard, since the listeners were just coming back from the fault before, is followed by another.
     */
    private String beingJudged() {
        AtomicReference<String> id = new AtomicReference<>(submitSlow());
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (system.isBeingJudged(id.get())) {
                        return true;
                    }
                    if (Waiting.isDone(client.submission(id.get()))) {
                        missed.add(id.get());
                        id.set(submitSlow());
                    }
                    return false;
                });
        return id.get();
    }

    private String submitSlow() {
        return client.submit("hello", "c", SLOW_SOURCE);
    }

    private boolean canBeRead(String id) {
        try {
            client.submission(id);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void hasTheRightVerdict(JsonNode submission) {
        assertThat(submission.get("verdict").asString()).as("%s", submission).isEqualTo("RUNTIME_ERROR");
    }

    private static void waitsInItsFirstAttempt(JsonNode submission) {
        assertThat(submission.get("status").asString()).isEqualTo("QUEUED");
        assertThat(submission.get("attempt").asInt()).isEqualTo(1);
    }
}

package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Redis holds only what can be lost: without it everything works. */
class WithoutRedisIT {

    private final Launcher launcher = RunningSystem.get().launcher();

    @BeforeEach
    void stopRedis() {
        launcher.run("stop", "redis");
    }

    @AfterEach
    void startRedis() {
        launcher.run("start", "redis");
    }

    @Test
    void aStudentLogsInReadsSubmitsAndWatches() {
        Client admin = RunningSystem.get().admin();

        String problem = admin.send("GET", "problems/hello", null);
        String id = admin.submit("hello", "c", "int main(void) { return 3; }");
        List<String> events =
                admin.events(id).filter(line -> line.startsWith("event:")).toList();

        JsonNode done = Waiting.untilDone(admin, id);
        assertThat(problem).contains("\"slug\":\"hello\"");
        assertThat(done.get("verdict").asString()).isEqualTo("RUNTIME_ERROR");
        assertThat(events).contains("event:test").last().isEqualTo("event:verdict");
    }
}

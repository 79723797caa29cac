package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A second {@code up} finds what the first one made, until {@code down --purge}. */
class UpAgainIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> SOURCE = Map.of("language", "c", "source", "int main(void) { return 3; }");

    private final RunningSystem system = RunningSystem.get();
    private final Launcher launcher = system.launcher();

    @Test
    void changesNothingWhenAllRuns() throws IOException {
        String before = processes();

        String last = launcher.run("up", "--no-build");

        assertThat(last).isEqualTo(system.url());
        assertThat(processes()).isEqualTo(before);
    }

    /** Spring found out before the start which beans there are, and no setting of the launcher's or of these tests had it begin anew. */
    @Test
    void runsTheApiThatWasPrepared() {
        assertThat(launcher.home().resolve("log").resolve("api.log"))
                .content()
                .contains("Starting AOT-processed ApiApplication")
                .doesNotContain("Starting slowly");
    }

    /** The submission, the problem and the client's token are from before. */
    @Test
    void judgesAfterADownWhatWasTakenWithoutABroker() throws Exception {
        Client client = system.admin();
        launcher.run("stop", "rabbitmq");
        String id = JSON.readTree(client.send("POST", "problems/hello/submissions", SOURCE))
                .get("id")
                .asString();

        launcher.run("down");
        assertThatIllegalStateException()
                .isThrownBy(() -> launcher.run("status"))
                .withMessageContaining("stopped");
        removesEverythingWhenToldTo();
        launcher.run("up", "--no-build");
        launcher.run("status");

        assertThat(Waiting.untilDone(client, id).get("verdict").asString()).isEqualTo("RUNTIME_ERROR");
    }

    /** Of a copy, whose files share their content with those of the home itself. */
    private void removesEverythingWhenToldTo() throws Exception {
        Path copy = launcher.home().resolveSibling("copy");
        int status = new ProcessBuilder("cp", "-al", launcher.home().toString(), copy.toString())
                .start()
                .waitFor();
        assertThat(status).isZero();
        assertThat(copy).isNotEmptyDirectory();

        new Launcher(Launcher.project(), copy, Map.of()).run("down", "--purge");

        assertThat(copy).doesNotExist();
    }

    /** Which process is which service. */
    private String processes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String service : new String[] {"postgresql", "rabbitmq", "redis", "api", "worker"}) {
            all.append(Files.readString(launcher.home().resolve("run").resolve(service + ".pid")));
        }
        return all.toString();
    }
}

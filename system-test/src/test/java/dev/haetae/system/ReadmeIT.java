package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's walk by curl, as pasted: only the URL and the home are those of the tests' system. */
class ReadmeIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void walksByCurl() throws Exception {
        assumeThat(Path.of("/usr/bin/jq")).exists();

        String said = paste(walk());

        assertThat(said)
                .contains("\"email\":\"kim@example.org\"")
                .contains("hello\n")
                .contains("event:test")
                .containsSubsequence(
                        "event:verdict", "\"verdict\": \"ACCEPTED\"", "\"slug\": \"greeting\"", "\"items\":");
    }

    private String walk() throws IOException {
        String readme = Files.readString(Launcher.project().resolve("README.md"));
        String walk = readme.split("```bash\n", 2)[1].split("```\n", 2)[0];
        assertThat(walk).contains("http://127.0.0.1:8080/").contains(" .haetae/");
        return walk.replace("http://127.0.0.1:8080/", system.url() + "/")
                .replace(" .haetae/", " " + system.launcher().home() + "/");
    }

    private static String paste(String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(Launcher.project().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}

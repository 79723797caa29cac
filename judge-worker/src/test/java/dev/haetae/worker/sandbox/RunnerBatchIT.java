package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.program;
import static dev.haetae.worker.sandbox.TestRunner.readOnly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real runner, with one program on several inputs. */
class RunnerBatchIT {

    private static final RunSpec ECHO = program("/bin/sh", "-c", "read line; echo $line; exit $line");

    private final Sandbox sandbox = TestRunner.start();
    private final List<String> outputs = new ArrayList<>();
    private final List<RunReport> reports = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void openBox() {
        sandbox.open(readOnly());
    }

    @AfterEach
    void endSlot() {
        sandbox.close();
    }

    @Test
    void runsOnEachInput() throws Exception {
        sandbox.runBatch(new BatchSpec(ECHO, inputs("0", "3", "0"), false), reader(3));

        assertThat(outputs).containsExactly("0\n", "3\n", "0\n");
        assertThat(reports).extracting(RunReport::ending).containsExactly(exited(0), exited(3), exited(0));
    }

    @Test
    void stopsAtAFailureWhenAsked() throws Exception {
        sandbox.runBatch(new BatchSpec(ECHO, inputs("0", "3", "0"), true), reader(3));

        assertThat(outputs).containsExactly("0\n", "3\n");
    }

    @Test
    void stopsWhenTheReaderHasEnoughAndServesTheNext() throws Exception {
        sandbox.runBatch(new BatchSpec(ECHO, inputs("0", "1", "2", "3", "4"), false), reader(2));

        assertThat(outputs).containsExactly("0\n", "1\n");
        assertThat(sandbox.run(program("/bin/true"), OutputReader.ignoring()).ending())
                .isEqualTo(exited(0));
    }

    @Test
    void refusesAnInputThatIsNotThere() throws Exception {
        List<Path> inputs = new ArrayList<>(inputs("0"));
        inputs.add(Path.of("/missing"));

        assertThatThrownBy(() -> sandbox.runBatch(new BatchSpec(ECHO, inputs, false), reader(2)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("/missing: No such file");
        assertThat(outputs).containsExactly("0\n");
    }

    @Test
    void leavesTheConnectionInOrderWhenTheReaderFails() throws Exception {
        BatchReader failing = new BatchReader() {
            @Override
            public void read(int index, InputStream stdout) throws IOException {
                throw new IOException("no room");
            }

            @Override
            public boolean goesOn(int index, RunReport report) {
                return true;
            }
        };

        assertThatThrownBy(() -> sandbox.runBatch(new BatchSpec(ECHO, inputs("0", "0"), false), failing))
                .hasRootCauseMessage("no room");
        assertThat(sandbox.run(program("/bin/true"), OutputReader.ignoring()).ending())
                .isEqualTo(exited(0));
    }

    private BatchReader reader(int most) {
        return new BatchReader() {
            @Override
            public void read(int index, InputStream stdout) throws IOException {
                outputs.add(new String(stdout.readAllBytes(), UTF_8));
            }

            @Override
            public boolean goesOn(int index, RunReport report) {
                reports.add(report);
                return index + 1 < most;
            }
        };
    }

    private List<Path> inputs(String... contents) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String content : Arrays.asList(contents)) {
            Path file = Files.writeString(directory.resolve(files.size() + ".in"), content + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
            files.add(file);
        }
        return files;
    }

    private static Ending exited(int code) {
        return new Ending.Exited(code);
    }
}

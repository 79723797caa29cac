package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The native runner of this host.
 *
 * @param executable the program {@code haetae-runner}
 * @param directory where sockets live; made, and closed to others, when it is missing
 * @param workerName of letters, digits, {@code .}, {@code _} and {@code -}; one worker of a name on a host
 */
public record Runner(Path executable, Path directory, String workerName) {

    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(60);

    /** Proves the limits by small offenders, which takes about a second. To be done once, before the first slot starts. */
    public RunnerCheck check() {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--check", "--name", workerName)
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = process.inputReader().readAllLines();
            if (!process.waitFor(CHECK_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SandboxException("The runner's self-test does not end");
            }
            return RunnerCheck.parse(lines, process.exitValue());
        } catch (IOException e) {
            throw new SandboxException("The runner " + executable + " does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted during the runner's self-test", e);
        }
    }

    /** Starts a slot on a core of its own. Slots of one worker have different numbers, from 0 to 498. */
    public Sandbox start(int slot) {
        return start(slot, 1);
    }

    /**
     * Starts a slot on cores of its own, which its programs share as far as each asks for them.
     *
     * @param cores from 1 to all that this process may use
     */
    public Sandbox start(int slot, int cores) {
        try {
            Path place = Files.createTempDirectory(closedDirectory(), "slot" + slot + "-");
            Path socket = place.resolve(RunnerProcess.SOCKET);
            Process process = new ProcessBuilder(
                            executable.toString(),
                            "--socket",
                            socket.toString(),
                            "--name",
                            workerName,
                            "--slot",
                            Integer.toString(slot),
                            "--cores",
                            Integer.toString(cores))
                    .inheritIO()
                    .start();
            return RunnerSandbox.connect(new RunnerProcess(process, place), START_PATIENCE);
        } catch (IOException e) {
            throw new SandboxException("Slot " + slot + " does not start: " + e.getMessage(), e);
        }
    }

    private Path closedDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        return directory;
    }
}

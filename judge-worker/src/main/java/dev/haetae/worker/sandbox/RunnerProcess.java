package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The process of one slot, and the directory that was made for it. */
record RunnerProcess(Process process, Path place) {

    static final String SOCKET = "socket";

    private static final Duration END_PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOCKET_POLL = Duration.ofMillis(2);

    Path socket() {
        return place.resolve(SOCKET);
    }

    void awaitSocket(Instant deadline) throws IOException {
        while (!Files.exists(socket())) {
            if (!process.isAlive()) {
                throw new SandboxException("The runner ended as it started; its standard error says why");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new SandboxException("The runner does not listen at " + socket());
            }
            try {
                Thread.sleep(SOCKET_POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Waits for it to end by itself, as it does once its client is gone, and removes its directory. */
    void awaitEnd() {
        try {
            if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(socket());
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new SandboxException("The slot's directory " + place + " cannot be removed", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

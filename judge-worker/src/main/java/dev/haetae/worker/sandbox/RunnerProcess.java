package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process of one slot, and the directory that was made for it. */
record RunnerProcess(Process process, Path place) {

    private static final Duration END_PATIENCE = Duration.ofSeconds(20);

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for it to end by itself, as it does once its client is gone, and removes its directory. */
    void awaitEnd() {
        try {
            if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(place.resolve("socket"));
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new SandboxException("The slot's directory " + place + " cannot be removed", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.haetae.worker.testing;

import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.sandbox.Sandbox;
import java.nio.file.Path;

/** Slots of the runner that the build has made. */
public final class Slots {

    private Slots() {}

    /** Starts one, as a worker whose name begins so; its sockets are in a directory below this one. */
    public static Sandbox start(Path directory, String name) {
        return new Runner(
                        Path.of("target", "haetae-runner").toAbsolutePath(),
                        directory.resolve("runner"),
                        name + "-" + ProcessHandle.current().pid())
                .start(0);
    }
}

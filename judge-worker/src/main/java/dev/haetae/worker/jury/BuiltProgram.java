package dev.haetae.worker.jury;

import dev.haetae.worker.sandbox.BoxFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of the jury that is ready to run.
 *
 * @param files all that its work directory holds
 * @param bytes size of the files together
 * @param argv the command, without arguments
 * @param environment the whole of it
 * @param mounts directories outside {@code /usr} that it needs
 * @param processes processes and threads at a time
 * @param memoryOverheadBytes what its runtime itself needs
 */
record BuiltProgram(
        List<BoxFile> files,
        long bytes,
        List<String> argv,
        Map<String, String> environment,
        List<Path> mounts,
        int processes,
        long memoryOverheadBytes) {

    BuiltProgram {
        files = List.copyOf(files);
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
    }
}

package dev.haetae.worker.jury;

import dev.haetae.worker.sandbox.BoxFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final String ENTER = "cd /work/" + Submitted.FOLDER + " && exec \"$@\"";

    BuiltProgram {
        files = List.copyOf(files);
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
    }

    /**
     * The same program, started in the directory of the submission's files. A shell changes into it, so that the program's own files have to
     * be named by whole paths.
     */
    BuiltProgram besideSubmission() {
        Set<String> own = files.stream().map(BoxFile::name).collect(Collectors.toSet());
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "sh"));
        argv.forEach(part -> command.add(own.contains(part) ? "/work/" + part : part));
        return new BuiltProgram(files, bytes, command, environment, mounts, processes, memoryOverheadBytes);
    }
}

package dev.haetae.worker.compile;

import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the regular files of a work directory, and fetches them. */
record WorkListing(Sandbox sandbox, BoxName box) {

    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_FILE_BYTES = 32 << 20;
    private static final int MOST_LIST_BYTES = 1 << 20;
    private static final RunLimits LISTING =
            new RunLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64 << 20, MOST_LIST_BYTES, 8, 0);

    /** A line of the list: octal mode, space, name. */
    private static final List<String> LIST = List.of("/usr/bin/find", "/work", "-type", "f", "-printf", "%m %P\\0");

    WorkFiles taken() {
        Optional<List<String>> lines = lines();
        if (lines.isEmpty()) {
            return new WorkFiles.Unusable(" leaves files that cannot be listed");
        }
        List<BoxFile> files = new ArrayList<>();
        long bytes = 0;
        for (String line : lines.get()) {
            String name = line.substring(line.indexOf(' ') + 1);
            Optional<byte[]> content = sandbox.fetch(box, name, MOST_FILE_BYTES);
            if (content.isEmpty()) {
                return new WorkFiles.Unusable(" makes a file of more than 32 MiB");
            }
            BoxFile file = BoxFile.of(name, content.get());
            files.add(isExecutable(line) ? file.asExecutable() : file);
            bytes += content.get().length;
            if (bytes > MOST_BYTES) {
                return new WorkFiles.Unusable(" has more than 64 MiB when it is built");
            }
        }
        return new WorkFiles.Taken(files, bytes);
    }

    private static boolean isExecutable(String line) {
        return (Integer.parseInt(line.substring(0, line.indexOf(' ')), 8) & 0100) != 0;
    }

    private Optional<List<String>> lines() {
        byte[][] list = {new byte[0]};
        RunReport report = sandbox.run(
                new RunSpec(box, LIST, Map.of("LANG", "C.UTF-8"), new Stdin.Empty(), LISTING, 0),
                stdout -> list[0] = stdout.readNBytes(MOST_LIST_BYTES));
        boolean whole = report.killed() == Killed.NONE && !report.outputOverLimit();
        if (!whole || !report.ending().equals(new Ending.Exited(0))) {
            return Optional.empty();
        }
        String lines = new String(list[0], StandardCharsets.UTF_8);
        return Optional.of(List.of(lines.split("\0")).stream()
                .filter(line -> !line.isEmpty())
                .toList());
    }
}

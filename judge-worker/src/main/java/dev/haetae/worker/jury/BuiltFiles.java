package dev.haetae.worker.jury;

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

/** Takes the files out of the jury's box in which a program was built. Links are left behind. */
record BuiltFiles(List<BoxFile> files, long bytes) {

    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_FILE_BYTES = 32 << 20;
    private static final int MOST_LIST_BYTES = 1 << 20;
    private static final RunLimits LISTING =
            new RunLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64 << 20, MOST_LIST_BYTES, 8, 0);

    /** A line of the list: octal mode, space, name. */
    private static final List<String> LIST = List.of("/usr/bin/find", "/work", "-type", "f", "-printf", "%m %P\\0");

    /**
     * Takes them.
     *
     * @throws JuryFaultException when they are too many or too large
     */
    static BuiltFiles in(Sandbox sandbox, String program) {
        List<BoxFile> files = new ArrayList<>();
        long bytes = 0;
        for (String line : list(sandbox, program)) {
            int space = line.indexOf(' ');
            String name = line.substring(space + 1);
            boolean executable = (Integer.parseInt(line.substring(0, space), 8) & 0100) != 0;
            byte[] content = sandbox.fetch(BoxName.JURY, name, MOST_FILE_BYTES)
                    .orElseThrow(() -> JuryFaultException.of(program, " makes a file of more than 32 MiB"));
            files.add(executable ? BoxFile.of(name, content).asExecutable() : BoxFile.of(name, content));
            bytes += content.length;
            if (bytes > MOST_BYTES) {
                throw JuryFaultException.of(program, " has more than 64 MiB when it is built");
            }
        }
        return new BuiltFiles(files, bytes);
    }

    private static List<String> list(Sandbox sandbox, String program) {
        byte[][] list = {new byte[0]};
        RunReport report = sandbox.run(
                new RunSpec(BoxName.JURY, LIST, Map.of("LANG", "C.UTF-8"), new Stdin.Empty(), LISTING, 0),
                stdout -> list[0] = stdout.readNBytes(MOST_LIST_BYTES));
        boolean whole = report.killed() == Killed.NONE && !report.outputOverLimit();
        if (!whole || !report.ending().equals(new Ending.Exited(0))) {
            throw JuryFaultException.of(program, " leaves files that cannot be listed");
        }
        String lines = new String(list[0], StandardCharsets.UTF_8);
        return List.of(lines.split("\0")).stream()
                .filter(line -> !line.isEmpty() && !line.contains(" " + ValidatorBox.FOLDER))
                .toList();
    }
}

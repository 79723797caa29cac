package dev.haetae.worker.compile;

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

/** Reads the class files that a compiler left in its box. */
final class CompiledClasses {

    private static final int MOST_CLASSES = 2_000;
    private static final int MOST_CLASS_BYTES = 1 << 20;
    private static final int MOST_LIST_BYTES = 1 << 20;
    private static final RunLimits LISTING =
            new RunLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64 << 20, MOST_LIST_BYTES, 8, 0);

    private CompiledClasses() {}

    /** The classes below the output directory; what is too large to be read, or no class file, is left out. */
    static List<CompiledClass> in(BoxName box, Sandbox sandbox) {
        List<CompiledClass> classes = new ArrayList<>();
        for (String name : names(box, sandbox)) {
            sandbox.fetch(box, CommandLine.OUTPUT_NAME + "/" + name, MOST_CLASS_BYTES)
                    .ifPresent(bytes -> addTo(classes, bytes));
        }
        return classes;
    }

    private static void addTo(List<CompiledClass> classes, byte[] bytes) {
        try {
            classes.add(CompiledClass.parse(bytes));
        } catch (IllegalArgumentException _) {
            // Named like a class file without being one: a launcher could not start it either.
        }
    }

    private static List<String> names(BoxName box, Sandbox sandbox) {
        List<String> find = List.of(
                "/usr/bin/find",
                "/work/" + CommandLine.OUTPUT_NAME,
                "-type",
                "f",
                "-name",
                "*.class",
                "-printf",
                "%P\\0");
        byte[][] list = {new byte[0]};
        RunReport report = sandbox.run(
                new RunSpec(box, find, Map.of("LANG", "C.UTF-8"), new Stdin.Empty(), LISTING, 0),
                stdout -> list[0] = stdout.readNBytes(MOST_LIST_BYTES));
        if (report.killed() != Killed.NONE || !report.ending().equals(new Ending.Exited(0))) {
            throw new LanguageException("The compiler left no directory of classes that can be listed");
        }
        String names = new String(list[0], StandardCharsets.UTF_8);
        return names.isEmpty()
                ? List.of()
                : List.of(names.split("\0", MOST_CLASSES + 1)).stream()
                        .limit(MOST_CLASSES)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}

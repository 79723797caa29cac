package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.MIB;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A C program with the report that it has to get.
 *
 * <pre>
 *   // expect: killed=CPU cpuMs>=1000 cpuMs&lt;1030
 *   // given: memoryMiB=32 runs=2
 * </pre>
 */
record HostileProgram(Path source, List<Expectation> expectations, Map<String, String> settings) {

    private static final Pattern TERM = Pattern.compile("(\\w+)(>=|<=|=|>|<)(\\S*)");

    static HostileProgram read(Path source) {
        try {
            List<String> lines = Files.readAllLines(source);
            Map<String, String> settings = new HashMap<>();
            terms(lines, "// given:").forEach(term -> settings.put(term.key(), term.value()));
            return new HostileProgram(source, terms(lines, "// expect:"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Expectation> terms(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .flatMap(line ->
                        Arrays.stream(line.substring(start.length()).strip().split(" ")))
                .map(HostileProgram::term)
                .toList();
    }

    private static Expectation term(String text) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a term of an expectation: " + text);
        }
        return new Expectation(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    int runs() {
        return Math.toIntExact(setting("runs", 1));
    }

    Stdin stdin() {
        return settings.containsKey("stdin") ? new Stdin.Bytes("input".getBytes(UTF_8)) : new Stdin.Empty();
    }

    RunLimits limits() {
        return new RunLimits(
                Duration.ofMillis(setting("cpuMs", 1000)),
                Duration.ofMillis(setting("wallMs", 20_000)),
                setting("memoryMiB", 64) * MIB,
                setting("outputMiB", 1) * MIB,
                32,
                0);
    }

    /** Compiled once, as long as the source does not change. */
    Path compile(Path directory) {
        Path program = directory.resolve(source.getFileName().toString().replace(".c", ""));
        try {
            if (Files.exists(program) && newer(program, source)) {
                return program;
            }
            Files.createDirectories(directory);
            Process gcc = new ProcessBuilder(
                            "gcc",
                            "-O0",
                            "-w",
                            "-static",
                            "-pthread",
                            "-D_GNU_SOURCE",
                            "-o",
                            program.toString(),
                            source.toString())
                    .inheritIO()
                    .start();
            if (gcc.waitFor() != 0) {
                throw new IllegalStateException("gcc rejects " + source);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return source.getFileName().toString();
    }

    private static boolean newer(Path first, Path second) throws IOException {
        return Files.getLastModifiedTime(first).compareTo(Files.getLastModifiedTime(second)) > 0;
    }

    private long setting(String key, long otherwise) {
        return settings.containsKey(key) ? Long.parseLong(settings.get(key)) : otherwise;
    }

    /** One fact of a report that has to hold. */
    record Expectation(String key, String operator, String value) {

        boolean holds(RunReport report, String stdout) {
            return switch (key) {
                case "exit" -> report.ending().equals(new Ending.Exited(Integer.parseInt(value)));
                case "signal" -> report.ending().equals(new Ending.Signalled(Integer.parseInt(value)));
                case "killed" -> report.killed() == Killed.valueOf(value);
                case "over" -> report.outputOverLimit() == Boolean.parseBoolean(value);
                case "leftovers" -> report.leftovers() == Boolean.parseBoolean(value);
                case "stdout" -> stdout.equals(value.translateEscapes());
                case "cpuMs" -> compares(report.cpu().toMillis());
                case "peakMiB" -> compares(report.memoryPeakBytes() / MIB);
                case "oomKills" -> compares(report.oomKills());
                case "processLimitHits" -> compares(report.processLimitHits());
                case "outputBytes" -> compares(report.outputBytes());
                default -> throw new IllegalArgumentException("A report has no " + key);
            };
        }

        private boolean compares(long actual) {
            long wanted = Long.parseLong(value);
            return switch (operator) {
                case "=" -> actual == wanted;
                case ">" -> actual > wanted;
                case ">=" -> actual >= wanted;
                case "<" -> actual < wanted;
                case "<=" -> actual <= wanted;
                default -> throw new IllegalArgumentException(operator);
            };
        }

        @Override
        public String toString() {
            return key + operator + value;
        }
    }
}

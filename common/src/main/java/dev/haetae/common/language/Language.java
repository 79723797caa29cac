package dev.haetae.common.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A language as {@code languages.yaml} describes it; the head of that file says what its fields and placeholders mean.
 *
 * @param byDefault whether it is offered without being asked for
 * @param extensions without a dot, never empty
 * @param version command that prints the tool's version as its first line
 * @param compile command that builds or checks the sources; empty when there is nothing to do
 * @param environment beside what every program is given
 * @param mounts directories outside {@code /usr} that its tools need
 */
public record Language(
        String id,
        String name,
        List<String> packages,
        @JsonProperty("default") boolean byDefault,
        List<String> extensions,
        EntryRule entry,
        List<String> version,
        List<String> compile,
        String compileCommand,
        List<String> run,
        String runCommand,
        double timeFactor,
        double memoryFactor,
        long memoryOverheadBytes,
        int processes,
        Map<String, String> environment,
        List<String> mounts,
        SelfTest selfTest) {

    public Language {
        packages = List.copyOf(packages);
        extensions = List.copyOf(extensions);
        version = List.copyOf(version);
        compile = List.copyOf(compile);
        run = List.copyOf(run);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        require(id.matches("[a-z][a-z0-9]*"), id, "an id is lower-case letters and digits");
        require(!extensions.isEmpty(), id, "extensions are missing");
        require(isCommand(version), id, "version has to name its program by an absolute path");
        require(compile.isEmpty() || isCommand(compile), id, "compile has to name its program by an absolute path");
        require(isCommand(run), id, "run has to name its program by an absolute path");
        require(timeFactor > 0 && memoryFactor > 0, id, "factors are greater than 0");
        require(memoryOverheadBytes >= 0, id, "memoryOverheadBytes is not negative");
        require(processes > 0, id, "processes is greater than 0");
    }

    /** Whether a file is a source of this language, by its name's extension. */
    public boolean isSource(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && extensions.contains(fileName.substring(dot + 1));
    }

    /** The same language, its compiler given one more option behind its name. */
    public Language compiledWith(String option) {
        List<String> command = new ArrayList<>(compile);
        command.add(1, option);
        return new Language(
                id,
                name,
                packages,
                byDefault,
                extensions,
                entry,
                version,
                command,
                compileCommand,
                run,
                runCommand,
                timeFactor,
                memoryFactor,
                memoryOverheadBytes,
                processes,
                environment,
                mounts,
                selfTest);
    }

    private static boolean isCommand(List<String> argv) {
        return !argv.isEmpty()
                && (argv.getFirst().startsWith("/") || argv.getFirst().startsWith("{"));
    }

    private static void require(boolean condition, String id, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(id + ": " + rule);
        }
    }
}

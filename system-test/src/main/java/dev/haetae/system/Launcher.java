package dev.haetae.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The project's own launcher, run as an operator would, on a home of its own. */
public final class Launcher {

    private static final long LONGEST_MINUTES = 15;

    private final Path project;
    private final Path home;
    private final Map<String, String> environment;

    /**
     * A launcher.
     *
     * @param project the checkout, where the script stands
     * @param home its state directory
     * @param environment settings beside it, such as {@code HAETAE_PORT}
     */
    public Launcher(Path project, Path home, Map<String, String> environment) {
        this.project = project;
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The checkout that this program was built in: the nearest folder above that holds the script. */
    public static Path project() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("haetae"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run this inside a checkout of Haetae");
    }

    /** The state directory. */
    public Path home() {
        return home;
    }

    /**
     * Runs one command of the launcher and waits for its end.
     *
     * @return the last line of its standard output
     * @throws IllegalStateException when it fails, with what it printed
     */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(project.resolve("haetae").toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("haetae-launcher", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            builder.environment().put("HAETAE_HOME", home.toString());
            return await(builder.start(), command, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String await(Process process, List<String> command, Path out) throws IOException {
        try {
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            List<String> lines = Files.readAllLines(out);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + String.join("\n", lines));
            }
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", command) + " was interrupted", e);
        } finally {
            process.destroy();
            Files.delete(out);
        }
    }
}

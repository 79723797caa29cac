package dev.haetae.worker;

import dev.haetae.common.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that limits and languages depend on, as text: the runner and this program, to the byte; the kernel, and that it has not been started
 * anew; what this process may do, and its cgroups; and, for the tool chains, which packages are installed. Rather too much than too little:
 * what changes without need costs one slower start.
 */
final class ProofConditions {

    private static final List<Path> OF_THE_HOST = List.of(
            Path.of("/proc/version"),
            Path.of("/proc/sys/kernel/random/boot_id"),
            Path.of("/sys/fs/cgroup/cgroup.controllers"));

    /** They change with every package that is installed, removed or replaced. */
    private static final List<Path> OF_PACKAGES = List.of(Path.of("/var/lib/dpkg/status"), Path.of("/etc/ld.so.cache"));

    private static final List<String> RIGHTS = List.of("Uid:", "CapEff:", "CapBnd:", "NoNewPrivs:", "Seccomp:");

    private ProofConditions() {}

    /** Empty where this program has no file of its own, as in tests: then nobody could tell when it has changed. */
    static Optional<String> of(Path runner) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(sha256(runner));
        for (Class<?> part : List.of(ProofConditions.class, Languages.class)) {
            Path jar = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().getPath());
            if (!Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            lines.add(sha256(jar));
        }
        for (Path file : OF_THE_HOST) {
            lines.add(Files.exists(file) ? Files.readString(file).strip() : "no " + file);
        }
        for (Path file : OF_PACKAGES) {
            lines.add(Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "no " + file);
        }
        lines.addAll(rights());
        lines.addAll(cgroups());
        return Optional.of(String.join("\n", lines));
    }

    private static List<String> rights() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> RIGHTS.stream().anyMatch(line::startsWith))
                    .toList();
        }
    }

    /** Where they are mounted and how, without the numbers that each mount namespace gives anew. */
    private static List<String> cgroups() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return lines.filter(line -> line.contains(" - cgroup"))
                    .map(line -> line.split(" ", 5)[4])
                    .toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

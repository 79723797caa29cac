package dev.haetae.worker.slot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier start has proven: it holds as long as nothing has changed that it depends on, so that a worker that is started anew need
 * not prove it again. Only what succeeded is kept. A proof that cannot be kept or read is made again, and nothing else.
 */
public final class Proofs {

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

    private final @Nullable Path directory;
    private final String conditions;

    private Proofs(@Nullable Path directory, String conditions) {
        this.directory = directory;
        this.conditions = conditions;
    }

    /** Keeps nothing. */
    public static Proofs none() {
        return new Proofs(null, "");
    }

    /**
     * Keeps them in the worker's own directory, unless somebody else might write there too.
     *
     * @param conditions all that a proof depends on beside what it proves
     */
    public static Proofs in(Path worker, String conditions) {
        Path directory = worker.resolve("proofs");
        try {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OURS));
            for (Path place : List.of(worker, directory)) {
                if (isOpenToOthers(place)) {
                    LOG.warn("Everything is proven at each start: others may write in {}", place);
                    return none();
                }
            }
            return new Proofs(directory, conditions);
        } catch (IOException e) {
            LOG.warn("Everything is proven at each start: {}", e.toString());
            return none();
        }
    }

    /** What was kept of a proof under the same conditions, if it was made. */
    Optional<List<String>> find(String what) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllLines(file(directory, what)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("A proof cannot be read and is made again: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Something is proven; {@code lines} come back when it is asked for. */
    void keep(String what, List<String> lines) {
        if (directory == null) {
            return;
        }
        try {
            Path whole = Files.createTempFile(directory, "proof", ".new");
            Files.write(whole, lines);
            Files.move(whole, file(directory, what), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("A proof cannot be kept: {}", e.toString());
        }
    }

    private Path file(Path directory, String what) {
        try {
            byte[] text = (conditions + '\n' + what).getBytes(StandardCharsets.UTF_8);
            return directory.resolve(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isOpenToOthers(Path directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        return !Files.getAttribute(directory, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                || permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}

package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of blobs, each a read-only file named by its hash.
 *
 * <pre>
 *   {directory}/{sha256}        a blob, whole
 *   {directory}/{sha256}.part   one being fetched
 * </pre>
 */
final class BlobDirectory {

    private final Path directory;
    private final BlobSource source;

    /** Makes the directory if need be, and removes what a worker before left half-fetched. */
    BlobDirectory(Path directory, BlobSource source) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.source = source;
        for (Path file : files()) {
            if (!isBlob(file)) {
                Files.delete(file);
            }
        }
    }

    /** What is there, as its files' names say: not yet verified. */
    List<BlobRef> oldestFirst() throws IOException {
        Comparator<Path> byTime = Comparator.comparingLong(file -> file.toFile().lastModified());
        return files().stream()
                .sorted(byTime)
                .map(file ->
                        new BlobRef(file.getFileName().toString(), file.toFile().length()))
                .toList();
    }

    /**
     * Verifies the file that is there, or fetches it.
     *
     * @throws TestDataException when it cannot be had or not be stored
     */
    Path load(BlobRef blob) throws InterruptedException {
        Path file = directory.resolve(blob.sha256());
        Path part = directory.resolve(blob.sha256() + ".part");
        try {
            if (Files.exists(file) && Sha256.of(file).equals(blob.sha256())) {
                return file;
            }
            source.fetch(blob, part);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--r--r--"));
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TestDataException(
                    FaultyPart.WORKER, "Test data cannot be stored in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Removes a blob; whoever has it open can go on reading. */
    void delete(BlobRef blob) {
        try {
            Files.deleteIfExists(directory.resolve(blob.sha256()));
        } catch (IOException e) {
            throw new TestDataException(
                    FaultyPart.WORKER, "Test data cannot be removed from " + directory + ": " + e.getMessage(), e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isBlob(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}");
    }
}

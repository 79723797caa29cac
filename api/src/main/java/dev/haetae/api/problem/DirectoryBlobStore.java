package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Blobs as files: {@code <directory>/ab/abcdef…}. A blob is written beside its place, forced to disk and renamed, so that a file
 * in its place is whole.
 */
class DirectoryBlobStore implements BlobStore {

    /** The names of files that are not whole yet. */
    static final String HALF_WRITTEN = "new-*.tmp";

    private final Path directory;

    /** A store in a directory, which is made when it is not there. */
    DirectoryBlobStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public BlobRef put(InputStream content) throws IOException {
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "new-", ".tmp");
        try {
            BlobRef blob = write(content, temporary);
            Path place = place(blob.sha256());
            if (!isKept(place, blob)) {
                Path folder = folder(blob.sha256());
                Files.createDirectories(folder);
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
                sync(directory);
            }
            return blob;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A file that a failing disk cut short is replaced; a whole one counts as kept now, so that nobody takes it for an old one. */
    private static boolean isKept(Path place, BlobRef blob) throws IOException {
        try {
            if (!Files.isRegularFile(place) || Files.size(place) != blob.sizeBytes()) {
                return false;
            }
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A new name lasts only when its directory is on the disk as well. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static BlobRef write(InputStream content, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            BlobRef blob = HashedCopy.copy(content, Channels.newOutputStream(channel));
            channel.force(true);
            return blob;
        }
    }

    @Override
    public Resource get(BlobRef blob) {
        return find(blob.sha256())
                .orElseThrow(() -> new IllegalStateException("the blob " + blob.sha256() + " is missing"));
    }

    @Override
    public Optional<Resource> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile).map(FileSystemResource::new);
    }

    /** Where a blob is, or would be. */
    Path place(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }
}

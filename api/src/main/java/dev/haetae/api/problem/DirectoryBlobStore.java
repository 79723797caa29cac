package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.web.Sha256;
import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Blobs as files: {@code <directory>/ab/abcdef…}. A blob is written beside its place, forced to disk and renamed, so that a file
 * in its place is whole.
 */
@Component
class DirectoryBlobStore implements BlobStore {

    private static final Logger log = LoggerFactory.getLogger(DirectoryBlobStore.class);

    /** The names of files that are not whole yet. */
    static final String HALF_WRITTEN = "new-*.tmp";

    private static final String ASIDE = "old-";
    private static final int NAME_LENGTH = 64;

    private final Path directory;

    DirectoryBlobStore(Settings settings) {
        this.directory = settings.directory();
    }

    /**
     * Where blobs are kept.
     *
     * @param directory made when it is not there
     */
    @ConfigurationProperties("haetae.blobs")
    record Settings(Path directory) {

        Settings {
            requireNonNull(directory, "haetae.blobs.directory is not set");
        }
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

    /** The blobs that were kept last before a time. */
    List<String> olderThan(Instant time) throws IOException {
        List<String> old = new ArrayList<>();
        for (Path folder : entries(directory, "??")) {
            for (Path blob : entries(folder, "*")) {
                String name = blob.getFileName().toString();
                if (name.length() == NAME_LENGTH && isOlder(blob, time)) {
                    old.add(name);
                }
            }
        }
        return old;
    }

    /**
     * Removes a blob unless it is kept anew meanwhile; then it stays, or comes back at once.
     *
     * @param time before which it has to have been kept last
     * @return whether it was removed
     */
    boolean removeUnlessYoung(String sha256, Instant time) throws IOException {
        Path aside = directory.resolve(ASIDE + sha256);
        try {
            Files.move(place(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (!isOlder(aside, time)) {
            bringBack(aside);
            return false;
        }
        return Files.deleteIfExists(aside);
    }

    /** Brings back what was taken aside by one that died before it had decided. */
    void bringBackAll() throws IOException {
        for (Path aside : entries(directory, ASIDE + "*")) {
            bringBack(aside);
        }
    }

    private void bringBack(Path aside) throws IOException {
        try {
            Path place = place(aside.getFileName().toString().substring(ASIDE.length()));
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node has brought it back, or decided.
            log.debug("{} is not aside any more", aside);
        }
    }

    private static boolean isOlder(Path file, Instant time) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    }

    private static List<Path> entries(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, names)) {
            List<Path> all = new ArrayList<>();
            entries.forEach(all::add);
            return all;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** A new name lasts only when its directory is on the disk as well. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static BlobRef write(InputStream content, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            long size = content.transferTo(out);
            channel.force(true);
            return new BlobRef(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    @Override
    public Optional<Path> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    private Path place(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }
}

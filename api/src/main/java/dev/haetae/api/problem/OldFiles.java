package dev.haetae.api.problem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes old blobs out of the blob directory: each is taken aside before its age is looked at once more. */
class OldFiles implements OldBlobs {

    private static final Logger log = LoggerFactory.getLogger(OldFiles.class);
    private static final String ASIDE = "old-";
    private static final int NAME_LENGTH = 64;

    private final DirectoryBlobStore store;
    private final Path directory;

    OldFiles(DirectoryBlobStore store, Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public List<String> before(Instant time) throws IOException {
        bringBackAll();
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

    @Override
    public boolean removeUnlessYoung(String sha256, Instant time) throws IOException {
        Path aside = directory.resolve(ASIDE + sha256);
        try {
            Files.move(store.place(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
            if (isOlder(aside, time)) {
                return Files.deleteIfExists(aside);
            }
        } catch (NoSuchFileException e) {
            log.debug("{} was taken aside or brought back by another node", sha256);
            return false;
        }
        bringBack(aside);
        return false;
    }

    /** Brings back what was taken aside by one that died before it had decided. */
    private void bringBackAll() throws IOException {
        for (Path aside : entries(directory, ASIDE + "*")) {
            bringBack(aside);
        }
    }

    private void bringBack(Path aside) throws IOException {
        try {
            Path place = store.place(aside.getFileName().toString().substring(ASIDE.length()));
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            log.debug("{} was brought back or removed by another node", aside);
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
}

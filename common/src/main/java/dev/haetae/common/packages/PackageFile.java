package dev.haetae.common.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a package, left where it is: packages are larger than memory.
 *
 * @param path inside the package, with {@code /} between its parts; only a name, never a path of the file system
 * @param content where its bytes are, until the package's directory is deleted
 * @param sizeBytes how many they are
 */
public record PackageFile(String path, Path content, long sizeBytes) {

    /** A stream of its bytes, to be closed by the caller. */
    public InputStream open() throws IOException {
        return Files.newInputStream(content);
    }
}

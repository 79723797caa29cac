package dev.haetae.common;

/**
 * A file of the jury that a worker lays down under a name.
 *
 * @param path below the directory that it goes to, with {@code /} between its parts; never absolute, no part is {@code .} or
 *     {@code ..}
 * @param content its bytes
 */
public record FileRef(String path, BlobRef content) {

    public FileRef {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not a path below a directory: " + path);
            }
        }
    }
}

package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Lists a package that lies unpacked in a directory. */
final class DirectoryTree extends SimpleFileVisitor<Path> {

    private final Path root;
    private final PackageBounds bounds;
    private final Findings findings;
    private final RawTree tree = new RawTree(new TreeMap<>(), new TreeMap<>());
    private long totalBytes;
    private int entries;

    private DirectoryTree(Path root, PackageBounds bounds, Findings findings) {
        this.root = root;
        this.bounds = bounds;
        this.findings = findings;
    }

    static RawTree read(Path directory, PackageBounds bounds, Findings findings) throws IOException {
        DirectoryTree reader = new DirectoryTree(directory.toRealPath(), bounds, findings);
        Files.walkFileTree(reader.root, reader);
        return reader.tree;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.getFileName().toString().equals(".git")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        return count();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = path(file);
        if (attributes.isSymbolicLink()) {
            tree.links().put(path, Files.readSymbolicLink(file).toString());
        } else if (!attributes.isRegularFile()) {
            findings.refuse(path, "this is neither a file nor a folder nor a symbolic link");
        } else if (!PackagePath.isLitter(path)) {
            add(path, file, attributes.size());
        }
        return count();
    }

    private void add(String path, Path file, long size) {
        totalBytes += size;
        if (size > bounds.fileBytes()) {
            findings.refuse(path, "the file is larger than " + bounds.fileBytes() + " bytes");
        }
        tree.files().put(path, new PackageFile(path, file, size));
    }

    private FileVisitResult count() {
        if (++entries > bounds.entries()) {
            findings.refuse(null, "the package has more than " + bounds.entries() + " entries");
        }
        if (totalBytes > bounds.totalBytes()) {
            findings.refuse(null, "the package is larger than " + bounds.totalBytes() + " bytes");
        }
        return findings.refused() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        StringJoiner path = new StringJoiner("/");
        root.relativize(file).forEach(part -> path.add(part.toString()));
        return path.toString();
    }
}

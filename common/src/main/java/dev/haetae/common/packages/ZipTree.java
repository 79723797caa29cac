package dev.haetae.common.packages;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive. A file is written under its number, never under the name that the archive gives it, so that no name can
 * lead anywhere; and what an entry says of its size and checksum is verified, so that who reads it later has no surprise.
 */
final class ZipTree {

    private static final int DIRECTORY_BYTES = 64 << 20;
    private static final int LONGEST_LINK = 4_096;

    private final ZipFile zip;
    private final Path scratch;
    private final PackageBounds bounds;
    private final Findings findings;
    private final RawTree tree = new RawTree(new TreeMap<>(), new TreeMap<>());
    private final byte[] buffer = new byte[1 << 16];
    private long totalBytes;

    private ZipTree(ZipFile zip, Path scratch, PackageBounds bounds, Findings findings) {
        this.zip = zip;
        this.scratch = scratch;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** Unpacks into {@code scratch}, an empty directory; null when the archive is refused as a whole. */
    static @Nullable RawTree read(Path archive, Path scratch, PackageBounds bounds, Findings findings)
            throws IOException {
        CentralDirectory directory = CentralDirectory.find(archive);
        if (directory == null) {
            findings.refuse(null, "this is not a zip archive");
            return null;
        }
        if (directory.entries() < 0 || directory.entries() > bounds.entries()) {
            findings.refuse(null, "the package has more than " + bounds.entries() + " entries");
            return null;
        }
        if (directory.sizeBytes() < 0 || directory.sizeBytes() > DIRECTORY_BYTES) {
            findings.refuse(null, "the archive's directory is larger than " + DIRECTORY_BYTES + " bytes");
            return null;
        }
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            ZipTree reader = new ZipTree(zip, scratch, bounds, findings);
            reader.unpack(directory.links(archive));
            return reader.tree;
        } catch (ZipException e) {
            findings.refuse(null, "the zip archive is damaged, or its names are not UTF-8: " + e.getMessage());
            return null;
        }
    }

    private void unpack(boolean[] links) throws IOException {
        int number = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements() && !findings.refused()) {
            if (number == links.length) {
                findings.refuse(null, "the archive has more entries than it says");
                return;
            }
            unpack(entries.nextElement(), number, links[number]);
            number++;
        }
    }

    private void unpack(ZipEntry entry, int number, boolean link) throws IOException {
        String path = entry.isDirectory()
                ? entry.getName().substring(0, entry.getName().length() - 1)
                : entry.getName();
        String fault = PackagePath.fault(path);
        if (fault == null && (tree.files().containsKey(path) || tree.links().containsKey(path))) {
            fault = "the archive has two entries of this name";
        }
        if (fault != null) {
            findings.refuse(path, fault);
            return;
        }
        if (entry.isDirectory() || PackagePath.isLitter(path)) {
            return;
        }
        try {
            unpackContent(entry, path, number, link);
        } catch (ZipException | EOFException e) {
            findings.refuse(path, "the entry is damaged: " + e.getMessage());
        }
    }

    private void unpackContent(ZipEntry entry, String path, int number, boolean link) throws IOException {
        if (link) {
            readLink(entry, path);
            return;
        }
        totalBytes += entry.getSize();
        if (entry.getSize() > bounds.fileBytes()) {
            findings.refuse(path, "the file is larger than " + bounds.fileBytes() + " bytes");
        } else if (totalBytes > bounds.totalBytes()) {
            findings.refuse(path, "with this file the package is larger than " + bounds.totalBytes() + " bytes");
        } else {
            Path content = scratch.resolve(Integer.toString(number));
            copy(entry, path, content);
            tree.files().put(path, new PackageFile(path, content, entry.getSize()));
        }
    }

    private void copy(ZipEntry entry, String path, Path content) throws IOException {
        CRC32 checksum = new CRC32();
        long left = entry.getSize();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(content)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    break;
                }
                checksum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (left != 0 || checksum.getValue() != entry.getCrc()) {
            findings.refuse(path, "the entry's content is not what the archive says of its size and checksum");
        }
    }

    private void readLink(ZipEntry entry, String path) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] target = in.readNBytes(LONGEST_LINK);
            tree.links().put(path, new String(target, StandardCharsets.UTF_8));
        }
    }
}

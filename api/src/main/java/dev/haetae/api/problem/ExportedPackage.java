package dev.haetae.api.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;

/**
 * The files of a package that is to be written.
 *
 * @param files by path
 */
record ExportedPackage(SortedMap<String, Content> files) {

    /** The first that a zip can hold: an archive's bytes depend on what is in it only. */
    private static final LocalDateTime THEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    ExportedPackage {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** What a file holds. */
    sealed interface Content {

        /** What is in a file of ours, which does not change. */
        record Kept(Resource file) implements Content {}

        /** What was made for the export. */
        record Made(byte[] bytes) implements Content {

            Made(String text) {
                this(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Writes a zip, file by file, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(THEN);
            zip.putNextEntry(entry);
            switch (file.getValue()) {
                case Content.Kept(var kept) -> copy(kept, zip);
                case Content.Made(var bytes) -> zip.write(bytes);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void copy(Resource file, OutputStream out) throws IOException {
        try (InputStream content = file.getInputStream()) {
            content.transferTo(out);
        }
    }
}

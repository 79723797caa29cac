package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The files of the package from which a version was imported. */
@Component
class KeptFiles {

    private final Problems problems;

    KeptFiles(Problems problems) {
        this.problems = problems;
    }

    /** By their paths, for the caller to change; none where no package was kept. */
    SortedMap<String, BlobRef> of(ProblemContent content) {
        SortedMap<String, BlobRef> files = new TreeMap<>();
        BlobRef blob = content.packageFiles();
        if (blob != null) {
            manifest(blob).files().forEach(file -> files.put(file.path(), file.content()));
        }
        return files;
    }

    private PackageManifest manifest(BlobRef blob) {
        try {
            return Wire.read(problems.blob(blob).getContentAsByteArray(), PackageManifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the package's files " + blob.sha256() + " cannot be read", e);
        }
    }
}

package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What lies in {@code attachments/} of a problem's package: whoever sees the problem may have it. Hidden files are litter. */
@Component
class Attachments {

    private static final String FOLDER = "attachments/";

    private final Problems problems;

    Attachments(Problems problems) {
        this.problems = problems;
    }

    /** Their paths below the folder. */
    List<String> names(ProblemContent content) {
        return List.copyOf(all(content).keySet());
    }

    Optional<BlobRef> find(ProblemContent content, String name) {
        return Optional.ofNullable(all(content).get(name));
    }

    private SortedMap<String, BlobRef> all(ProblemContent content) {
        BlobRef blob = content.packageFiles();
        if (blob == null) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, BlobRef> attachments = new TreeMap<>();
        manifest(blob).files().forEach(file -> {
            if (file.path().startsWith(FOLDER) && !file.path().contains("/.")) {
                attachments.put(file.path().substring(FOLDER.length()), file.content());
            }
        });
        return attachments;
    }

    private PackageManifest manifest(BlobRef blob) {
        try {
            return Wire.read(problems.blob(blob).getContentAsByteArray(), PackageManifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the package's files " + blob.sha256() + " cannot be read", e);
        }
    }
}

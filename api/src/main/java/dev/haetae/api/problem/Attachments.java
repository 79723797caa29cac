package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What lies in {@code attachments/} of a problem's package: whoever sees the problem may have it. Hidden files are litter. */
@Component
class Attachments {

    private static final String FOLDER = "attachments/";

    private final KeptFiles kept;

    Attachments(KeptFiles kept) {
        this.kept = kept;
    }

    /** Their paths below the folder. */
    List<String> names(ProblemContent content) {
        return List.copyOf(all(content).keySet());
    }

    Optional<BlobRef> find(ProblemContent content, String name) {
        return Optional.ofNullable(all(content).get(name));
    }

    private SortedMap<String, BlobRef> all(ProblemContent content) {
        SortedMap<String, BlobRef> attachments = new TreeMap<>();
        kept.of(content).forEach((path, file) -> {
            if (path.startsWith(FOLDER) && !path.contains("/.")) {
                attachments.put(path.substring(FOLDER.length()), file);
            }
        });
        return attachments;
    }
}

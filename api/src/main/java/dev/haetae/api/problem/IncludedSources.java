package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.common.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the files that a problem lays over submissions. */
@Component
class IncludedSources {

    private final BlobStore blobs;

    IncludedSources(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** By the language's id. */
    Map<String, List<SourceFile>> of(ProblemContent content) {
        Map<String, List<SourceFile>> included = new HashMap<>();
        content.included()
                .forEach((language, files) ->
                        included.put(language, files.stream().map(this::source).toList()));
        return included;
    }

    private SourceFile source(StoredFile file) {
        try {
            return new SourceFile(file.path(), blobs.get(file.content()).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + file.content().sha256() + " cannot be read", e);
        }
    }
}

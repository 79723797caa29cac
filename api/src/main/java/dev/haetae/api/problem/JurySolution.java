package dev.haetae.api.problem;

import dev.haetae.common.SourceFile;
import java.util.List;

/**
 * A solution that a problem's package brought along.
 *
 * @param path in the package, of its file or its directory
 * @param folder of {@code submissions/} that it lies in, which says what is expected of it
 * @param files its sources
 */
public record JurySolution(String path, String folder, List<SourceFile> files) {

    public JurySolution {
        files = List.copyOf(files);
    }
}

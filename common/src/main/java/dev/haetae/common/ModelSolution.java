package dev.haetae.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solution that is right: it stands for the submission where output validators are checked that look at one.
 *
 * @param language an id of {@code languages.yaml}
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param files its own, and what the problem includes
 */
public record ModelSolution(String language, @Nullable String entryPoint, List<FileRef> files) {

    public ModelSolution {
        files = List.copyOf(files);
    }
}

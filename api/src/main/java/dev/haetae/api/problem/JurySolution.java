package dev.haetae.api.problem;

import dev.haetae.common.SourceFile;
import dev.haetae.common.verification.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solution that a problem's package brought along.
 *
 * @param path in the package, of its file or its directory
 * @param files its sources
 * @param language what the package calls its language, or null when its files' names say it
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param expectation what its author expects of it
 */
public record JurySolution(
        String path,
        List<SourceFile> files,
        @Nullable String language,
        @Nullable String entryPoint,
        Expectation expectation) {

    public JurySolution {
        files = List.copyOf(files);
    }
}

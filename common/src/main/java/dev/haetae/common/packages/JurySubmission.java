package dev.haetae.common.packages;

import dev.haetae.common.verification.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solution that the package brings along, to check the problem with.
 *
 * @param folder name of its folder below {@code submissions/}, which says what verdict is expected: {@code accepted},
 *     {@code wrong_answer}, {@code time_limit_exceeded}, {@code run_time_error}; any other expects nothing
 * @param name name of its file, or of its directory when there are several files
 * @param files its sources, at least one; for a directory their paths go on below {@code submissions/<folder>/<name>/}
 * @param language what the package calls its language, or null when its files' names say it
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param expectation what the package demands of it, or null when its folder and a comment in it say what it expects
 */
public record JurySubmission(
        String folder,
        String name,
        List<PackageFile> files,
        @Nullable String language,
        @Nullable String entryPoint,
        @Nullable Expectation expectation) {

    public JurySubmission {
        files = List.copyOf(files);
    }

    /** The same, but its folder and a comment in it say with what verdict it ends. */
    JurySubmission withFinalVerdict() {
        return new JurySubmission(folder, name, files, language, entryPoint, null);
    }

    /** One of which the package says no more than where it lies. */
    JurySubmission(String folder, String name, List<PackageFile> files) {
        this(folder, name, files, null, null, null);
    }
}

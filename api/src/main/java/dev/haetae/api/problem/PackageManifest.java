package dev.haetae.api.problem;

import dev.haetae.common.FileRef;
import dev.haetae.common.Limits;
import dev.haetae.common.packages.PackageSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package as it was imported: what an export of the problem begins with. It is a blob of its own, as a version's row would be too large
 * with it.
 *
 * @param files all of its files, by path
 * @param title as the problem was called by it
 * @param keywords that it had
 * @param languages that it took
 * @param limits that it had
 * @param embargoUntil that it had by {@code problem.yaml}, or null
 * @param settings that it had; null of those kept before there were any
 */
record PackageManifest(
        List<FileRef> files,
        String title,
        List<String> keywords,
        List<String> languages,
        Limits limits,
        @Nullable Instant embargoUntil,
        @Nullable PackageSettings settings) {

    PackageManifest {
        files = List.copyOf(files);
        keywords = List.copyOf(keywords);
        languages = List.copyOf(languages);
    }
}

package dev.haetae.api.problem;

import dev.haetae.common.FileRef;
import dev.haetae.common.Limits;
import java.util.List;

/**
 * A package as it was imported: what an export of the problem begins with. It is a blob of its own, as a version's row would be too large
 * with it.
 *
 * @param files all of its files, by path
 * @param title as the problem was called by it
 * @param keywords that it had
 * @param languages that it took
 * @param limits that it had
 */
record PackageManifest(
        List<FileRef> files, String title, List<String> keywords, List<String> languages, Limits limits) {

    PackageManifest {
        files = List.copyOf(files);
        keywords = List.copyOf(keywords);
        languages = List.copyOf(languages);
    }
}

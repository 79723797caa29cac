package dev.haetae.common.packages;

import java.util.List;

/**
 * A solution that the package brings along, to check the problem with.
 *
 * @param folder name of its folder below {@code submissions/}, which says what verdict is expected: {@code accepted},
 *     {@code wrong_answer}, {@code time_limit_exceeded}, {@code run_time_error}; any other expects nothing
 * @param name name of its file, or of its directory when there are several files
 * @param files its sources, at least one; for a directory their paths go on below {@code submissions/<folder>/<name>/}
 */
public record JurySubmission(String folder, String name, List<PackageFile> files) {

    public JurySubmission {
        files = List.copyOf(files);
    }
}

package dev.haetae.common.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the solutions of a Polygon package; their tags become the folders that say the same. */
final class PolygonSolutions {

    private static final Map<String, String> FOLDERS = Map.of(
            "main", "accepted",
            "accepted", "accepted",
            "wrong-answer", "wrong_answer",
            "presentation-error", "wrong_answer",
            "time-limit-exceeded", "time_limit_exceeded",
            "memory-limit-exceeded", "run_time_error",
            "failed", "run_time_error",
            "rejected", "rejected",
            "time-limit-exceeded-or-accepted", "time_limit_exceeded_or_accepted",
            "time-limit-exceeded-or-memory-limit-exceeded", "time_limit_exceeded_or_memory_limit_exceeded");

    private static final String NOT_RUN = "do-not-run";

    private PolygonSolutions() {}

    static List<JurySubmission> read(PackageTree tree, XmlElement problem, Findings findings) {
        List<JurySubmission> submissions = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (XmlElement solution : problem.all("assets", "solutions", "solution")) {
            XmlElement source = solution.first("source");
            String path = source == null ? "" : source.value("path");
            PackageFile file = tree.file(path);
            String tag = solution.value("tag");
            String folder = FOLDERS.getOrDefault(tag, tag.replaceAll("[^a-z]+", "_"));
            if (file == null || tag.equals(NOT_RUN)) {
                String why = file == null ? "the solution is not in the package" : "the solution is not to be run";
                findings.warn(PolygonReader.FILE, solution.line(), why + ": " + YamlKeys.shortened(path));
            } else if (paths.add(folder + "/" + PackagePath.name(path))) {
                submissions.add(submission(folder, file));
            }
        }
        JurySubmissions.warn(submissions, findings);
        return submissions;
    }

    private static JurySubmission submission(String folder, PackageFile file) {
        String name = PackagePath.name(file.path());
        String path = JurySubmissions.ROOT + "/" + folder + "/" + name;
        return new JurySubmission(folder, name, List.of(new PackageFile(path, file.content(), file.sizeBytes())));
    }
}

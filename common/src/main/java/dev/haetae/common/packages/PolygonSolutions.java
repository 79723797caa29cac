package dev.haetae.common.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** Of one that has no tag. */
    private static final String UNTAGGED = "untagged";

    private final PackageTree tree;
    private final Findings findings;
    private final List<JurySubmission> submissions = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> paths = new HashMap<>();

    private PolygonSolutions(PackageTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    static List<JurySubmission> read(PackageTree tree, XmlElement problem, Findings findings) throws IOException {
        PolygonSolutions solutions = new PolygonSolutions(tree, findings);
        problem.all("assets", "solutions", "solution").forEach(solutions::add);
        findings.name(path -> solutions.paths.getOrDefault(path, path));
        JurySubmissions.warn(solutions.submissions, findings);
        return solutions.submissions;
    }

    private void add(XmlElement solution) {
        XmlElement source = solution.first("source");
        String path = source == null ? "" : source.value("path");
        PackageFile file = tree.file(path);
        String tag = solution.value("tag");
        String folder = tag.isEmpty() ? UNTAGGED : FOLDERS.getOrDefault(tag, tag.replaceAll("[^a-z]+", "_"));
        if (file == null) {
            warn(solution, "the solution is not in the package: " + YamlKeys.shortened(path));
        } else if (tag.equals(NOT_RUN)) {
            warn(solution, "the solution is not to be run: " + YamlKeys.shortened(path));
        } else if (!places.add(folder + "/" + path)) {
            warn(solution, "the solution is listed twice: " + YamlKeys.shortened(path));
        } else {
            submissions.add(submission(folder, file));
        }
    }

    private void warn(XmlElement solution, String warning) {
        findings.warn(PolygonReader.FILE, solution.line(), warning);
    }

    /** A second one of the same name has a folder of its own, as a source may need to be called as it is. */
    private JurySubmission submission(String folder, PackageFile file) {
        String name = PackagePath.name(file.path());
        String own = name;
        for (int number = 2; !names.add(folder + "/" + own); number++) {
            own = number + "-" + name;
        }
        String place = JurySubmissions.ROOT + "/" + folder + "/" + own + (own.equals(name) ? "" : "/" + name);
        paths.put(place, file.path());
        return new JurySubmission(folder, own, List.of(new PackageFile(place, file.content(), file.sizeBytes())));
    }
}

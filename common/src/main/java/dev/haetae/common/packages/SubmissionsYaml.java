package dev.haetae.common.packages;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Glob;
import dev.haetae.common.verification.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code submissions/submissions.yaml} of a 2025-09 package says of its solutions, with what their folders say by default.
 *
 * <pre>
 *   accepted:                         replaces, key by key, what the folder says
 *   time_limit_exceeded/slow*.py:     demands this, too
 *     language: python3
 *     secret/*-hard:                  of these tests only
 *       required: [TLE]
 * </pre>
 */
final class SubmissionsYaml {

    static final String FILE = "submissions/submissions.yaml";

    private static final Set<Verdict> TOO_SLOW = RequirementKeys.verdicts("TLE");
    private static final Map<String, Requirement> FOLDERS = byFolder();

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> replaced = new HashSet<>();

    private SubmissionsYaml() {}

    private record Entry(
            Glob pattern,
            List<Requirement> requirements,
            @Nullable String language,
            @Nullable String entryPoint) {}

    static SubmissionsYaml read(PackageTree tree, List<String> submissions, Findings findings) throws IOException {
        SubmissionsYaml yaml = new SubmissionsYaml();
        PackageFile file = tree.file(FILE);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, findings);
        if (map != null) {
            YamlKeys keys = new YamlKeys(FILE, map, findings);
            for (String pattern : map.values().keySet()) {
                yaml.add(pattern, keys, submissions, findings);
            }
        }
        return yaml;
    }

    private void add(String pattern, YamlKeys keys, List<String> submissions, Findings findings) {
        Glob glob = new Glob(pattern);
        if (submissions.stream().noneMatch(glob::matches)) {
            findings.warn(FILE, keys.line(pattern), "no solution is matched by " + YamlKeys.shortened(pattern));
        }
        if (FOLDERS.containsKey(pattern)) {
            replaced.add(pattern);
        }
        YamlKeys of = keys.map(pattern);
        entries.add(new Entry(
                glob, RequirementKeys.read(of, byDefault(pattern)), of.text("language"), of.text("entrypoint")));
        of.ignore("authors", "model_solution");
        of.warnOfTheRest();
    }

    /** A solution with all that is said of it. */
    JurySubmission told(JurySubmission submission) {
        List<Requirement> requirements = requirements(submission);
        String language = null;
        String entryPoint = null;
        for (Entry entry : about(submission)) {
            language = entry.language() == null ? language : entry.language();
            entryPoint = entry.entryPoint() == null ? entryPoint : entry.entryPoint();
        }
        if (requirements.isEmpty()) {
            requirements.add(RequirementKeys.NOTHING);
        }
        return new JurySubmission(
                submission.folder(),
                submission.name(),
                submission.files(),
                language,
                entryPoint,
                Expectation.of(requirements));
    }

    /** Whether its folder or a pattern demands something of it. */
    boolean demandsOf(JurySubmission submission) {
        return !requirements(submission).isEmpty();
    }

    private List<Requirement> requirements(JurySubmission submission) {
        List<Requirement> requirements = new ArrayList<>();
        Requirement byFolder = FOLDERS.get(submission.folder());
        if (byFolder != null && !replaced.contains(submission.folder())) {
            requirements.add(byFolder);
        }
        about(submission).forEach(entry -> requirements.addAll(entry.requirements()));
        return requirements;
    }

    private List<Entry> about(JurySubmission submission) {
        String path = submission.folder() + "/" + submission.name();
        return entries.stream().filter(entry -> entry.pattern().matches(path)).toList();
    }

    /** What the name of a folder demands of its solutions. */
    static Requirement byDefault(String folder) {
        return FOLDERS.getOrDefault(folder, RequirementKeys.NOTHING);
    }

    private static Map<String, Requirement> byFolder() {
        Map<String, Requirement> folders = new LinkedHashMap<>();
        folders.put("accepted", byDefault("AC", null));
        folders.put("rejected", byDefault(null, "RTE TLE WA"));
        folders.put("wrong_answer", byDefault("AC WA", "WA"));
        folders.put("time_limit_exceeded", byDefault("AC TLE", "TLE"));
        folders.put("run_time_error", byDefault("AC RTE", "RTE"));
        folders.put("brute_force", byDefault("AC RTE TLE", "RTE TLE"));
        return folders;
    }

    private static Requirement byDefault(@Nullable String permitted, @Nullable String required) {
        Set<Verdict> allowed = permitted == null ? Requirement.ANY : RequirementKeys.verdicts(permitted.split(" "));
        Set<Verdict> needed = required == null ? Requirement.ANY : RequirementKeys.verdicts(required.split(" "));
        return new Requirement(
                null,
                allowed,
                needed,
                "",
                null,
                !allowed.contains(Verdict.TIME_LIMIT_EXCEEDED),
                needed.equals(TOO_SLOW));
    }
}

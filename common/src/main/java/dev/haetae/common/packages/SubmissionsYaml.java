package dev.haetae.common.packages;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Glob;
import dev.haetae.common.verification.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
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

    private final Names names;
    private final Findings findings;

    private SubmissionsYaml(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** What patterns are about: the paths of solutions below {@code submissions/}, and the names of tests. */
    record Names(List<String> solutions, List<String> tests) {}

    private record Entry(
            Glob pattern,
            List<Requirement> requirements,
            @Nullable String language,
            @Nullable String entryPoint) {}

    static SubmissionsYaml read(PackageTree tree, Names names, Findings findings) throws IOException {
        SubmissionsYaml yaml = new SubmissionsYaml(names, findings);
        PackageFile file = tree.file(FILE);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, findings);
        if (map != null) {
            YamlKeys keys = new YamlKeys(FILE, map, findings);
            for (String pattern : map.values().keySet()) {
                yaml.add(pattern, keys);
            }
        }
        return yaml;
    }

    private void add(String pattern, YamlKeys keys) {
        Glob glob = new Glob(pattern);
        if (names.solutions().stream().noneMatch(glob::matches)) {
            findings.warn(FILE, keys.line(pattern), "no solution is matched by " + YamlKeys.shortened(pattern));
        }
        if (FOLDERS.containsKey(pattern)) {
            replaced.add(pattern);
        }
        YamlKeys of = keys.map(pattern);
        List<Requirement> requirements = RequirementKeys.read(of, byDefault(pattern));
        requirements.forEach(requirement -> warnOfNoTest(requirement, of));
        entries.add(new Entry(glob, requirements, of.text("language"), of.text("entrypoint")));
        of.ignore("authors", "model_solution");
        of.warnOfTheRest();
    }

    private void warnOfNoTest(Requirement requirement, YamlKeys of) {
        String scope = requirement.tests();
        if (scope != null && names.tests().stream().noneMatch(new Glob(scope)::matches)) {
            of.warn(scope, "is no test and no group of tests");
        }
    }

    /** A solution with all that is said of it. */
    JurySubmission told(JurySubmission submission) {
        List<Requirement> requirements = requirements(submission);
        warnOfContradictions(submission, requirements);
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

    /** A test's verdict has to be one that all demands of it permit. */
    private void warnOfContradictions(JurySubmission submission, List<Requirement> requirements) {
        Set<Verdict> permitted = EnumSet.copyOf(Requirement.ANY);
        requirements.stream()
                .filter(requirement -> requirement.tests() == null)
                .forEach(requirement -> permitted.retainAll(requirement.permitted()));
        for (Requirement requirement : requirements) {
            Set<Verdict> both = EnumSet.copyOf(permitted);
            both.retainAll(requirement.permitted());
            if (Collections.disjoint(both, requirement.required())) {
                findings.warn(
                        FILE,
                        "what is demanded of " + submission.folder() + "/" + submission.name()
                                + " cannot be met: no verdict is permitted and required");
                return;
            }
        }
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

package dev.haetae.common.packages;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.Scoring;
import dev.haetae.common.Scoring.Objective;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads how groups are judged and graded in the legacy format, from {@code testdata.yaml} in their folders. A key that a folder does not
 * give is as in the nearest folder around it that does.
 */
final class LegacyScoring {

    private static final String FILE = "testdata.yaml";
    private static final String ROOT = "data";
    private static final String GRADERS = "graders";

    private final PackageTree tree;
    private final @Nullable Objective objective;
    private final Findings findings;
    private final Map<String, GraderSettings> groups = new TreeMap<>();

    /** For a scoring problem with that objective; null for a pass-fail problem. */
    LegacyScoring(PackageTree tree, @Nullable Objective objective, Findings findings) {
        this.tree = tree;
        this.objective = objective;
        this.findings = findings;
    }

    /** What was read: a scoring, and the grader that it needs, or null. */
    record Read(Scoring scoring, @Nullable PackageProgram grader) {}

    /**
     * Reads; what it returns counts only if nothing was refused.
     *
     * @param byProblem what {@code problem.yaml} says of scores, for all groups that say nothing else
     */
    Read read(YamlKeys byProblem) throws IOException {
        groups.put("", objective == null ? GraderSettings.DEFAULT : GraderSettings.DEFAULT.withScores(byProblem));
        List<PackageFile> outerFirst = tree.below(ROOT).stream()
                .filter(file -> PackagePath.name(file.path()).equals(FILE))
                .sorted(Comparator.comparingInt(file -> file.path().split("/").length))
                .toList();
        for (PackageFile file : outerFirst) {
            read(file);
        }
        List<GraderGroup> graded = groups.entrySet().stream()
                .map(group -> group.getValue().group(group.getKey()))
                .toList();
        PackageProgram grader = grader(graded);
        boolean isPlain = objective == null && graded.stream().allMatch(LegacyScoring::isPlain);
        return new Read(isPlain ? new Scoring.PassFail() : new Scoring.Graders(graded, objective, false), grader);
    }

    /** Whether a pass-fail problem's group comes to what it would come to without any settings. */
    private static boolean isPlain(GraderGroup group) {
        return group.breaks()
                && group.grader() instanceof Grader.Default(var verdicts, var _, var ignoreSample, var acceptIfAny)
                && verdicts != GraderGroup.VerdictMode.ALWAYS_ACCEPT
                && !ignoreSample
                && !acceptIfAny;
    }

    private void read(PackageFile file) throws IOException {
        YamlNode.Mapping map = YamlReader.read(file, new Findings());
        if (map == null) {
            return;
        }
        String folder = PackagePath.folder(file.path());
        String name = folder.equals(ROOT) ? "" : folder.substring(ROOT.length() + 1);
        YamlKeys keys = new YamlKeys(file.path(), map, findings);
        if (!name.isEmpty() && keys.words("grader_flags").contains("ignore_sample")) {
            findings.warn(
                    file.path(),
                    keys.line("grader_flags"),
                    "ignore_sample says something in data/testdata.yaml only and is ignored");
        }
        GraderSettings settings = inherited(name).with(keys);
        groups.put(name, objective == null ? settings : settings.withScores(keys));
    }

    private GraderSettings inherited(String name) {
        String at = name;
        while (!groups.containsKey(at)) {
            at = PackagePath.folder(at);
        }
        return groups.getOrDefault(at, GraderSettings.DEFAULT);
    }

    private @Nullable PackageProgram grader(List<GraderGroup> graded) throws IOException {
        if (graded.stream().noneMatch(group -> group.grader() instanceof Grader.Custom)) {
            return null;
        }
        List<PackageProgram> programs = JuryPrograms.read(tree, GRADERS, findings);
        if (programs.size() > 1) {
            findings.refuse(GRADERS, "there is more than one grader");
        } else if (programs.isEmpty() && !findings.refused()) {
            findings.refuse(GRADERS, "the package's grading is custom, but there is no grader");
        }
        return programs.isEmpty() ? null : programs.getFirst();
    }
}

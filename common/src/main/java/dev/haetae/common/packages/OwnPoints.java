package dev.haetae.common.packages;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lays what {@code haetae.yaml} says of groups, and gives single tests, over the groups of a 2025-09 package, which has no words for it. */
final class OwnPoints {

    private final Map<String, BigDecimal> points;
    private final Map<String, OwnGroup> own;
    private final Set<String> seen = new HashSet<>(Set.of("sample"));
    private final Findings findings;

    private OwnPoints(PackageSettings own, Findings findings) {
        this.points = new HashMap<>(own.points());
        this.own = new LinkedHashMap<>(own.groups());
        this.findings = findings;
    }

    /** The scoring with these groups and points; those of tests that are in no group with a sum are refused, as are groups that are not there. */
    static Scoring in(Scoring scoring, PackageSettings own, Findings findings) {
        OwnPoints left = new OwnPoints(own, findings);
        Scoring laid = scoring instanceof Scoring.Groups groups ? left.in(groups) : scoring;
        left.points
                .keySet()
                .forEach(test -> findings.refuse(
                        PackageSettings.FILE, "points are given to " + test + ", which is in no group with a sum"));
        left.own
                .keySet()
                .forEach(group ->
                        findings.refuse(PackageSettings.FILE, "groups." + group + " is no group of the problem"));
        return laid;
    }

    private Scoring in(Scoring.Groups groups) {
        return new Scoring.Groups(
                in(groups.secret()), groups.groups().stream().map(this::in).toList(), groups.onAllTests());
    }

    private ScoreGroup in(ScoreGroup said) {
        OwnGroup ours = own.remove(said.name());
        ScoreGroup group = ours == null ? said : ours.in(said);
        if (ours != null && !seen.containsAll(group.requirePass())) {
            findings.refuse(
                    PackageSettings.FILE,
                    "groups." + group.name() + ".require_pass names what is no group before this one");
        }
        if (PackagePath.folder(group.name()).equals("secret")) {
            seen.add(group.name());
        }
        Map<String, BigDecimal> all = new HashMap<>(group.points());
        if (group.aggregation() == Aggregation.SUM) {
            points.forEach((test, worth) -> {
                if (PackagePath.folder(test).equals(group.name())) {
                    all.put(test, worth);
                }
            });
            points.keySet().removeAll(all.keySet());
        }
        return new ScoreGroup(group.name(), group.maxScore(), group.aggregation(), group.requirePass(), all);
    }
}

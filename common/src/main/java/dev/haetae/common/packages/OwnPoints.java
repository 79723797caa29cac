package dev.haetae.common.packages;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Lays the points that {@code haetae.yaml} gives single tests over the groups of a 2025-09 package, which has no words for them. */
final class OwnPoints {

    private final Map<String, BigDecimal> points;

    private OwnPoints(Map<String, BigDecimal> points) {
        this.points = new HashMap<>(points);
    }

    /** The scoring with these points; those of tests that are in no group with a sum are refused. */
    static Scoring in(Scoring scoring, PackageSettings own, Findings findings) {
        OwnPoints left = new OwnPoints(own.points());
        Scoring laid = scoring instanceof Scoring.Groups groups ? left.in(groups) : scoring;
        left.points
                .keySet()
                .forEach(test -> findings.refuse(
                        PackageSettings.FILE, "points are given to " + test + ", which is in no group with a sum"));
        return laid;
    }

    private Scoring in(Scoring.Groups groups) {
        return new Scoring.Groups(
                in(groups.secret()), groups.groups().stream().map(this::in).toList(), groups.onAllTests());
    }

    private ScoreGroup in(ScoreGroup group) {
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

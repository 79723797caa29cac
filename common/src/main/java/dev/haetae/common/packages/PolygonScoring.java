package dev.haetae.common.packages;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Polygon package's tests are worth, in the words of the format 2025-09: a group whose points are given for all of it or not at all is
 * pass-fail, any other is the sum of its tests; and a group that depends on others requires that they are passed.
 */
final class PolygonScoring {

    private static final String ALL_OR_NOTHING = "complete-group";
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);

    private final PolygonGroups groups;
    private final Findings findings;

    PolygonScoring(PolygonGroups groups, Findings findings) {
        this.groups = groups;
        this.findings = findings;
    }

    /** How the tests make a verdict and a score. */
    Scoring of(List<PolygonTests.Placed> tests) {
        if (!groups.isScored()) {
            return new Scoring.PassFail();
        }
        Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
        for (PolygonTests.Placed placed : tests) {
            PackageTest test = placed.test();
            if (!test.isSample()) {
                points.computeIfAbsent(test.group(), _ -> new HashMap<>()).put(test.name(), points(placed.element()));
            }
        }
        Map<String, BigDecimal> ungrouped = points.remove(PolygonGroups.SECRET);
        if (ungrouped != null) {
            return new Scoring.Groups(
                    new ScoreGroup(PolygonGroups.SECRET, sum(ungrouped), Aggregation.SUM, List.of(), ungrouped),
                    List.of(),
                    false);
        }
        List<ScoreGroup> all = new ArrayList<>();
        points.forEach((folder, worth) -> all.add(group(folder, worth)));
        BigDecimal most = all.stream()
                .map(ScoreGroup::maxScore)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Scoring.Groups(
                new ScoreGroup(PolygonGroups.SECRET, most, Aggregation.SUM, List.of(), Map.of()), all, false);
    }

    private ScoreGroup group(String folder, Map<String, BigDecimal> worth) {
        XmlElement settings = groups.settings(folder);
        List<String> required = settings == null ? List.of() : required(folder, settings);
        if (settings != null && settings.value("points-policy").equals(ALL_OR_NOTHING)) {
            BigDecimal most = PolygonGroups.hasPoints(settings) ? points(settings) : sum(worth);
            return new ScoreGroup(folder, most, Aggregation.PASS_FAIL, required, Map.of());
        }
        return new ScoreGroup(folder, sum(worth), Aggregation.SUM, required, worth);
    }

    private List<String> required(String folder, XmlElement settings) {
        List<String> required = new ArrayList<>();
        for (XmlElement dependency : settings.all("dependencies", "dependency")) {
            String other = groups.folder(dependency.value("group"));
            if (other == null || !PolygonGroups.isBefore(other, folder)) {
                findings.refuse(
                        PolygonReader.FILE,
                        dependency.line(),
                        "a group can only depend on one that is judged before it, by its name, not on "
                                + YamlKeys.shortened(dependency.value("group")));
            } else if (!required.contains(other)) {
                required.add(other);
            }
        }
        return required;
    }

    private BigDecimal points(XmlElement element) {
        String text = element.value("points");
        BigDecimal points = text.isEmpty() ? BigDecimal.ZERO : YamlKeys.number(text);
        if (points == null || points.signum() < 0 || points.compareTo(MOST_POINTS) > 0) {
            findings.refuse(
                    PolygonReader.FILE,
                    element.line(),
                    "points are a number from 0 to " + MOST_POINTS + ", not " + YamlKeys.shortened(text));
            return BigDecimal.ZERO;
        }
        return points.stripTrailingZeros();
    }

    private static BigDecimal sum(Map<String, BigDecimal> points) {
        return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.web.RefusedException;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.packages.OwnGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of groups by which a package in the format 2025-09 says how its tests are scored. */
final class ScoringText {

    private ScoringText() {}

    /**
     * Lays the settings of groups; none of a problem without scores.
     *
     * @param files the keys of settings, by their file
     * @throws RefusedException when the format has no words for it
     */
    static void lay(Scoring scoring, SortedMap<String, Map<String, Object>> files) {
        switch (scoring) {
            case Scoring.PassFail _, Scoring.PassFailOnAll _ -> {}
            case Scoring.Groups groups -> all(groups).forEach(group -> lay(group, groups, files));
            case Scoring.Graders _ -> throw cannotBeSaid("graders");
        }
    }

    /** What these settings cannot say of groups, and {@code haetae.yaml} does, by their names. */
    static Map<String, OwnGroup> unsaid(Scoring scoring) {
        Map<String, OwnGroup> unsaid = new HashMap<>();
        if (scoring instanceof Scoring.Groups groups) {
            all(groups).forEach(group -> {
                BigDecimal most = Objects.equals(most(group, groups), whole(group)) ? null : group.maxScore();
                List<String> required =
                        required(group, groups).equals(group.requirePass()) ? null : group.requirePass();
                if (most != null || required != null) {
                    unsaid.put(group.name(), new OwnGroup(most, required));
                }
            });
        }
        return unsaid;
    }

    /** Its maximum where that is a whole number, as {@link #most} writes it; else null. */
    private static @Nullable BigDecimal whole(ScoreGroup group) {
        BigDecimal most = group.maxScore();
        return most == null || most.stripTrailingZeros().scale() > 0
                ? null
                : most.setScale(0, RoundingMode.UNNECESSARY);
    }

    private static Stream<ScoreGroup> all(Scoring.Groups groups) {
        return Stream.concat(Stream.of(groups.secret()), groups.groups().stream());
    }

    private static void lay(ScoreGroup group, Scoring.Groups groups, SortedMap<String, Map<String, Object>> files) {
        Map<String, Object> keys =
                files.computeIfAbsent("data/" + group.name() + "/test_group.yaml", _ -> new LinkedHashMap<>());
        BigDecimal most = most(group, groups);
        keys.put("max_score", most == null ? "unbounded" : (Object) most.longValueExact());
        keys.put(
                "score_aggregation",
                group.aggregation().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        List<String> required = required(group, groups);
        if (!required.isEmpty()) {
            keys.put("require_pass", new ArrayList<>(required));
        }
    }

    /** A whole number, that of all not below those of its groups: to others more would be a fault of the problem. */
    private static @Nullable BigDecimal most(ScoreGroup group, Scoring.Groups groups) {
        BigDecimal most = group.maxScore();
        if (most == null) {
            return null;
        }
        BigDecimal whole = most.setScale(0, RoundingMode.CEILING);
        return group.equals(groups.secret())
                ? groups.groups().stream()
                        .map(ScoreGroup::maxScore)
                        .filter(Objects::nonNull)
                        .map(part -> part.setScale(0, RoundingMode.CEILING))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .max(whole)
                : whole;
    }

    /** Those that can be required: samples, and groups that are pass-fail. */
    private static List<String> required(ScoreGroup group, Scoring.Groups groups) {
        Set<String> sums = groups.groups().stream()
                .filter(other -> other.aggregation() != Aggregation.PASS_FAIL)
                .map(ScoreGroup::name)
                .collect(Collectors.toSet());
        return group.requirePass().stream().filter(name -> !sums.contains(name)).toList();
    }

    private static RefusedException cannotBeSaid(String what) {
        return RefusedException.conflict(
                "The format 2025-09, in which the problem would be exported, has no " + what + ".");
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.problem.ExportedPackage.Content;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.Scoring;
import dev.haetae.common.packages.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The settings of groups by which a package in the format 2025-09 says how its tests are scored. */
final class ScoringText {

    private ScoringText() {}

    /**
     * Lays the files of groups; none of a problem without scores.
     *
     * @throws RefusedException when the format has no words for it
     */
    static void lay(Scoring scoring, SortedMap<String, Content> files) {
        switch (scoring) {
            case Scoring.PassFail _, Scoring.PassFailOnAll _ -> {}
            case Scoring.Groups groups -> {
                lay(groups.secret(), files);
                groups.groups().forEach(group -> lay(group, files));
            }
            case Scoring.Graders _ -> throw cannotBeSaid("graders");
        }
    }

    private static void lay(ScoreGroup group, SortedMap<String, Content> files) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("max_score", group.maxScore() == null ? "unbounded" : number(group.maxScore()));
        keys.put(
                "score_aggregation",
                group.aggregation().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!group.requirePass().isEmpty()) {
            keys.put("require_pass", new ArrayList<>(group.requirePass()));
        }
        files.put("data/" + group.name() + "/test_group.yaml", new Content.Made(YamlText.write(keys)));
    }

    private static Number number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? (Number) plain.longValueExact() : plain;
    }

    private static RefusedException cannotBeSaid(String what) {
        return RefusedException.conflict(
                "The format 2025-09, in which the problem would be exported, has no " + what + ".");
    }
}

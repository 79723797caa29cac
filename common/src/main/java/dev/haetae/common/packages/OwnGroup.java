package dev.haetae.common.packages;

import dev.haetae.common.ScoreGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code haetae.yaml} says of a group where 2025-09 has no words for it: there a score is a whole number, and only a group that is
 * pass-fail can be required.
 *
 * @param maxScore the most that it gives, &ge; 0, or null where its file says it
 * @param requirePass the groups that it requires, or null where its file says them
 */
public record OwnGroup(
        @Nullable BigDecimal maxScore, @Nullable List<String> requirePass) {

    private static final String MAX_SCORE = "max_score";
    private static final String REQUIRE_PASS = "require_pass";

    public OwnGroup {
        requirePass = requirePass == null ? null : List.copyOf(requirePass);
    }

    static Map<String, OwnGroup> read(YamlKeys groups) {
        Map<String, OwnGroup> read = new LinkedHashMap<>();
        for (String name : groups.all()) {
            YamlKeys keys = groups.map(name);
            read.put(name, new OwnGroup(maxScore(keys), keys.has(REQUIRE_PASS) ? keys.texts(REQUIRE_PASS) : null));
            keys.warnOfTheRest();
        }
        return read;
    }

    private static @Nullable BigDecimal maxScore(YamlKeys keys) {
        String text = keys.text(MAX_SCORE);
        BigDecimal number = text == null ? null : YamlKeys.number(text);
        if (text != null && (number == null || number.signum() < 0)) {
            keys.refuse(MAX_SCORE, "has to be a number, at least 0, not " + YamlKeys.shortened(text));
            return null;
        }
        return number == null ? null : number.stripTrailingZeros();
    }

    ScoreGroup in(ScoreGroup group) {
        return new ScoreGroup(
                group.name(),
                maxScore == null ? group.maxScore() : maxScore,
                group.aggregation(),
                requirePass == null ? group.requirePass() : requirePass,
                group.points());
    }

    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (maxScore != null) {
            keys.put(MAX_SCORE, new BigDecimal(maxScore.toPlainString()));
        }
        if (requirePass != null) {
            keys.put(REQUIRE_PASS, new ArrayList<>(requirePass));
        }
        return keys;
    }
}

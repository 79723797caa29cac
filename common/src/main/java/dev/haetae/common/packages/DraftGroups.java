package dev.haetae.common.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a draft package's group in the words of 2025-09.
 *
 * <pre>
 *   scoring: {score: 40, aggregation: min, require_pass: sample}    max_score, score_aggregation and require_pass
 *   static_validation: {score: 10, args: --most 40}                 static_validation_score and static_validator_args
 *   static_validation: true                                         static_validation_score: pass-fail
 * </pre>
 */
final class DraftGroups {

    private static final String SCORING = "scoring";
    private static final String STATIC_VALIDATION = "static_validation";

    private static final Map<String, String> NAMES =
            Map.of("score", "max_score", "aggregation", "score_aggregation", "require_pass", "require_pass");

    private DraftGroups() {}

    /** What cannot be said in those words stays as it is. */
    static YamlNode.Mapping modern(YamlNode.Mapping old) {
        LinkedHashMap<String, YamlNode> values = new LinkedHashMap<>(old.values());
        if (values.get(SCORING) instanceof YamlNode.Mapping(var scoring, int _)
                && NAMES.keySet().containsAll(scoring.keySet())) {
            values.remove(SCORING);
            scoring.forEach((name, value) -> values.put(NAMES.getOrDefault(name, name), value));
        }
        if (values.get(STATIC_VALIDATION) instanceof YamlNode.Mapping(var statics, int line)
                && List.of("score", "args").containsAll(statics.keySet())) {
            List<String> arguments = arguments(statics.get("args"));
            if (arguments != null) {
                values.remove(STATIC_VALIDATION);
                values.put(StaticValidations.SCORE, statics.getOrDefault("score", passFail(line)));
                values.put(StaticValidations.ARGS, sequence(arguments, line));
            }
        } else if (values.get(STATIC_VALIDATION) instanceof YamlNode.Text(String text, boolean _, int line)
                && text.equals("true")) {
            values.remove(STATIC_VALIDATION);
            values.put(StaticValidations.SCORE, passFail(line));
        }
        return new YamlNode.Mapping(values, old.line());
    }

    private static YamlNode passFail(int line) {
        return new YamlNode.Text(StaticValidations.PASS_FAIL, false, line);
    }

    private static YamlNode sequence(List<String> texts, int line) {
        return new YamlNode.Sequence(
                texts.stream()
                        .<YamlNode>map(text -> new YamlNode.Text(text, false, line))
                        .toList(),
                line);
    }

    /** Null where they are no text, or one with an open quote. */
    private static @Nullable List<String> arguments(@Nullable YamlNode args) {
        if (args == null) {
            return List.of();
        }
        return args instanceof YamlNode.Text(String text, boolean _, int _) ? ShellWords.of(text) : null;
    }
}

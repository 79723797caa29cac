package dev.haetae.common.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code problem.yaml} of a draft package in the words of 2025-09. Where it has both, the newer word holds.
 *
 * @param problemYaml without the older words
 * @param comparesByDefault whether it says that there is no output validator
 * @param validatorFlags text for output validators, which 2025-09 has with the tests
 * @param validatorFlagsLine its line, or null
 */
record DraftMetadata(
        YamlNode.Mapping problemYaml,
        boolean comparesByDefault,
        List<String> validatorFlags,
        @Nullable Integer validatorFlagsLine) {

    private static final String TYPE = "type";
    private static final String VALIDATION = "validation";
    private static final String FLAGS = "validator_flags";
    private static final String LIMITS = "limits";
    private static final String MULTIPLIERS = "time_multipliers";
    private static final String OLD_MULTIPLIERS = "time_multiplier";
    private static final String DEFAULT = "default";

    /** The type that a word of {@code validation} means, or none. */
    private static final Map<String, String> TYPES = Map.of(
            DEFAULT,
            "",
            "custom",
            "",
            "interactive",
            "interactive",
            "multi-pass",
            "multi-pass",
            "multipass",
            "multi-pass",
            "score",
            "scoring",
            "scoring",
            "scoring");

    private static final Map<String, String> MULTIPLIER_NAMES = Map.of(
            "accepted_to_limit", "ac_to_time_limit",
            "limit_to_exceeded", "time_limit_to_tle");

    static DraftMetadata read(YamlNode.Mapping problemYaml, Findings findings) {
        YamlKeys keys = new YamlKeys(LegacyMetadata.FILE, problemYaml, findings);
        List<String> validation = validation(keys);
        LinkedHashMap<String, YamlNode> values = new LinkedHashMap<>(problemYaml.values());
        rename(values, "author", "credits");
        rename(values, "source_url", "source");
        addTypes(values, validation, keys);
        if (values.get(LIMITS) instanceof YamlNode.Mapping limits) {
            values.put(LIMITS, limits(limits));
        }
        values.keySet().removeAll(List.of(VALIDATION, FLAGS));
        return new DraftMetadata(
                new YamlNode.Mapping(values, problemYaml.line()),
                validation.contains(DEFAULT),
                keys.text(FLAGS) == null ? List.of() : keys.arguments(FLAGS),
                keys.line(FLAGS));
    }

    /** The words of a text, or the keys of a map that are true, as it was for some time. */
    private static List<String> validation(YamlKeys keys) {
        YamlKeys map = keys.isMap(VALIDATION) ? keys.map(VALIDATION) : null;
        List<String> words = map == null
                ? keys.words(VALIDATION)
                : map.all().stream().filter(map::flag).toList();
        for (String word : words) {
            if (!TYPES.containsKey(word)) {
                keys.refuse(VALIDATION, YamlKeys.shortened(word) + " is not supported");
            }
        }
        return words;
    }

    private static void addTypes(LinkedHashMap<String, YamlNode> values, List<String> validation, YamlKeys keys) {
        Set<String> added = validation.stream()
                .map(word -> TYPES.getOrDefault(word, ""))
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!added.isEmpty()) {
            int line = Objects.requireNonNullElse(keys.line(VALIDATION), 1);
            Set<String> types = new LinkedHashSet<>(keys.words(TYPE));
            types.addAll(added);
            List<YamlNode> nodes = new ArrayList<>();
            types.forEach(type -> nodes.add(new YamlNode.Text(type, false, line)));
            values.put(TYPE, new YamlNode.Sequence(nodes, line));
        }
    }

    private static YamlNode.Mapping limits(YamlNode.Mapping old) {
        LinkedHashMap<String, YamlNode> limits = new LinkedHashMap<>(old.values());
        LinkedHashMap<String, YamlNode> factors = new LinkedHashMap<>();
        if (limits.get(OLD_MULTIPLIERS) instanceof YamlNode.Mapping map) {
            map.values().forEach((name, value) -> factors.put(MULTIPLIER_NAMES.getOrDefault(name, name), value));
            limits.remove(OLD_MULTIPLIERS);
        }
        move(limits, OLD_MULTIPLIERS, factors, "ac_to_time_limit");
        move(limits, "time_safety_margin", factors, "time_limit_to_tle");
        if (!factors.isEmpty()) {
            limits.putIfAbsent(MULTIPLIERS, new YamlNode.Mapping(factors, old.line()));
        }
        return new YamlNode.Mapping(limits, old.line());
    }

    private static void move(Map<String, YamlNode> from, String old, Map<String, YamlNode> to, String name) {
        YamlNode value = from.remove(old);
        if (value != null) {
            to.put(name, value);
        }
    }

    private static void rename(LinkedHashMap<String, YamlNode> values, String old, String name) {
        YamlNode value = values.remove(old);
        if (value != null) {
            values.putIfAbsent(name, value);
        }
    }
}

package dev.haetae.common.packages;

import dev.haetae.common.FloatGrammar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes values out of a map of a package's YAML, refusing wrong types, and knows in the end which keys nobody asked for. */
final class YamlKeys {

    /** Longer numbers are no limits; and a decimal with a huge exponent is expensive to calculate with. */
    private static final int LONGEST_NUMBER = 20;

    /** As YAML's core schema writes them. */
    private static final Set<String> FLAGS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final String file;
    private final String prefix;
    private final YamlNode.Mapping map;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();

    YamlKeys(String file, YamlNode.Mapping map, Findings findings) {
        this(file, "", map, findings);
    }

    private YamlKeys(String file, String prefix, YamlNode.Mapping map, Findings findings) {
        this.file = file;
        this.prefix = prefix;
        this.map = map;
        this.findings = findings;
    }

    /** The keys of a file in which there is none. */
    static YamlKeys none(String file, Findings findings) {
        return new YamlKeys(file, new YamlNode.Mapping(new LinkedHashMap<>(), 1), findings);
    }

    /** All keys, in the document's order. */
    Set<String> all() {
        return map.values().keySet();
    }

    /** Says something about the value of a key. */
    void warn(String key, String warning) {
        findings.warn(file, line(key), prefix + key + " " + warning);
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return value(key) != null;
    }

    /** The text of a key, or null when it has none or is refused. */
    @Nullable
    String text(String key) {
        YamlNode value = value(key);
        if (value == null || value instanceof YamlNode.Text) {
            return value == null ? null : ((YamlNode.Text) value).value();
        }
        refuse(key, "has to be a text, not " + value.kind());
        return null;
    }

    /** Whether a key is {@code true}; it is not when it has no value or is refused. */
    boolean flag(String key) {
        String text = text(key);
        if (text != null && !isFlag(text)) {
            refuse(key, "has to be true or false, not " + shortened(text));
        }
        return text != null && text.equalsIgnoreCase("true");
    }

    /** Whether a text is true or false. */
    static boolean isFlag(String text) {
        return FLAGS.contains(text);
    }

    /** The words of a key that may be one text or a list of texts. */
    List<String> words(String key) {
        if (value(key) instanceof YamlNode.Sequence list) {
            return list.items().stream()
                    .filter(YamlNode.Text.class::isInstance)
                    .map(item -> ((YamlNode.Text) item).value())
                    .toList();
        }
        String text = text(key);
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** The arguments of a key that may be one text, as for a shell, or a list of texts. */
    List<String> arguments(String key) {
        if (!isText(key)) {
            return texts(key);
        }
        String text = text(key);
        List<String> words = text == null ? List.of() : ShellWords.of(text);
        if (words == null) {
            refuse(key, "has a quote that is not closed, or ends with a backslash");
            return List.of();
        }
        return words;
    }

    /** The texts of a key that has to be a list of texts; none when it has none or is refused. */
    List<String> texts(String key) {
        YamlNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof YamlNode.Sequence list
                && list.items().stream().allMatch(YamlNode.Text.class::isInstance)) {
            return words(key);
        }
        refuse(key, "has to be a list of texts");
        return List.of();
    }

    /** The names of a key whose value is a text, a map with a {@code name}, or a list of those. */
    List<String> names(String key) {
        YamlNode value = value(key);
        if (value == null) {
            return List.of();
        }
        List<YamlNode> each = value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
        return each.stream()
                .map(node -> node instanceof YamlNode.Mapping map ? map.values().get("name") : node)
                .filter(YamlNode.Text.class::isInstance)
                .map(node -> ((YamlNode.Text) node).value().strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether the key's value is a map; to look is not to ask. */
    boolean isMap(String key) {
        return map.values().get(key) instanceof YamlNode.Mapping;
    }

    /** Whether the key's value is a text; to look is not to ask. */
    boolean isText(String key) {
        return map.values().get(key) instanceof YamlNode.Text;
    }

    /** The text of a key, or of an entry of its map, the preferred one if it is there; null when there is none. */
    @Nullable
    String anyText(String key, String preferred) {
        if (!(value(key) instanceof YamlNode.Mapping(var values, int _))) {
            return text(key);
        }
        YamlNode chosen = values.containsKey(preferred)
                ? values.get(preferred)
                : values.values().stream().findFirst().orElse(null);
        return chosen instanceof YamlNode.Text(String text, boolean isNull, int _) && !isNull ? text : null;
    }

    /** The texts of a key's map by their keys; none where it has no map. */
    Map<String, String> textsByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value(key) instanceof YamlNode.Mapping(var values, int _)) {
            values.forEach((name, node) -> {
                if (node instanceof YamlNode.Text(String text, boolean isNull, int _) && !isNull && !text.isBlank()) {
                    texts.put(name, text.strip());
                }
            });
        }
        return texts;
    }

    /** A number greater than 0, or null when the key has none or is refused. */
    @Nullable
    BigDecimal positiveNumber(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        BigDecimal number = number(text);
        if (number == null || number.signum() <= 0) {
            refuse(key, "has to be a number greater than 0, not " + shortened(text));
            return null;
        }
        return number;
    }

    /** The map of a key; without keys when it has none or is refused. */
    YamlKeys map(String key) {
        YamlNode value = value(key);
        if (value instanceof YamlNode.Mapping inner) {
            return new YamlKeys(file, prefix + key + ".", inner, findings);
        }
        if (value != null) {
            refuse(key, "has to be a map, not " + value.kind());
        }
        return new YamlKeys(file, prefix + key + ".", new YamlNode.Mapping(new LinkedHashMap<>(), 1), findings);
    }

    /** Refuses the package for the value of a key. */
    void refuse(String key, String reason) {
        findings.refuse(file, line(key), prefix + key + " " + reason);
    }

    /** Line of a key's value, or null when it has none. */
    @Nullable
    Integer line(String key) {
        YamlNode value = map.values().get(key);
        return value == null ? null : value.line();
    }

    /** Says that a key is known and makes no difference here. */
    void ignore(String... keys) {
        asked.addAll(List.of(keys));
    }

    /** Warns of every key that nobody has asked for. */
    void warnOfTheRest() {
        map.values().forEach((key, value) -> {
            if (!asked.contains(key)) {
                findings.warn(
                        file, value.line(), "the key " + prefix + shortened(key) + " is not known and is ignored");
            }
        });
    }

    static @Nullable BigDecimal number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean plain =
                text.length() <= LONGEST_NUMBER && text.toLowerCase(Locale.ROOT).indexOf('e') < 0;
        return plain && FloatGrammar.matches(bytes, 0, bytes.length) ? new BigDecimal(text) : null;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private @Nullable YamlNode value(String key) {
        asked.add(key);
        YamlNode value = map.values().get(key);
        return value instanceof YamlNode.Text(String _, boolean isNull, int _) && isNull ? null : value;
    }
}

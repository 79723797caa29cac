package dev.haetae.common.packages;

import dev.haetae.common.NamedFiles;
import dev.haetae.common.packages.PackageSettings.Factors;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code haetae.yaml}, the file of {@link PackageSettings}. */
final class SettingsYaml {

    private static final List<String> VISIBILITIES = List.of("PUBLIC", "HIDDEN");
    private static final List<String> POLICIES = List.of("NONE", "VERDICT", "FIRST_FAILURE", "GROUPS", "TESTS");
    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
    private static final int HARDEST = 5;

    private SettingsYaml() {}

    static PackageSettings read(PackageTree tree, Findings findings) throws IOException {
        PackageFile file = tree.file(PackageSettings.FILE);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, findings);
        if (map == null) {
            return PackageSettings.NONE;
        }
        YamlKeys keys = new YamlKeys(PackageSettings.FILE, map, findings);
        PackageSettings settings = new PackageSettings(
                oneOf("visibility", VISIBILITIES, keys),
                difficulty(keys),
                oneOf("feedback_policy", POLICIES, keys),
                factors(keys.map("language_factors")),
                keys.flag("time_limit_by_hand"),
                instant("embargo_until", keys),
                PackageSettings.named(fileName("input_file", keys), fileName("output_file", keys)),
                points(keys.map("points")),
                OwnGroup.read(keys.map("groups")),
                keys.flag("final_verdicts"));
        keys.warnOfTheRest();
        return settings;
    }

    private static @Nullable String fileName(String key, YamlKeys keys) {
        String name = keys.text(key);
        if (name != null && !PackageSettings.isFileName(name)) {
            keys.refuse(key, "has to be a plain file name, not " + YamlKeys.shortened(name));
        }
        return name;
    }

    private static @Nullable String oneOf(String key, List<String> names, YamlKeys keys) {
        String name = keys.text(key);
        if (name != null && !names.contains(name)) {
            keys.refuse(key, "has to be one of " + String.join(", ", names) + ", not " + YamlKeys.shortened(name));
            return null;
        }
        return name;
    }

    private static @Nullable Integer difficulty(YamlKeys keys) {
        String text = keys.text("difficulty");
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-" + HARDEST + "]")) {
            keys.refuse("difficulty", "has to be 1 to " + HARDEST + ", not " + YamlKeys.shortened(text));
            return null;
        }
        return Integer.valueOf(text);
    }

    private static Map<String, Factors> factors(YamlKeys keys) {
        Map<String, Factors> factors = new LinkedHashMap<>();
        for (String language : keys.all()) {
            YamlKeys both = keys.map(language);
            factors.put(language, new Factors(factor("time", both), factor("memory", both)));
            both.warnOfTheRest();
        }
        return factors;
    }

    private static Map<String, BigDecimal> points(YamlKeys keys) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (String test : keys.all()) {
            String text = keys.text(test);
            BigDecimal number = text == null ? null : YamlKeys.number(text);
            if (number == null || number.signum() < 0 || number.compareTo(MOST_POINTS) > 0) {
                keys.refuse(test, "has to be a number from 0 to " + MOST_POINTS);
            } else {
                points.put(test, number.stripTrailingZeros());
            }
        }
        return points;
    }

    private static @Nullable Double factor(String key, YamlKeys keys) {
        BigDecimal number = keys.positiveNumber(key);
        if (number != null && number.compareTo(LARGEST_FACTOR) > 0) {
            keys.refuse(key, "has to be at most " + LARGEST_FACTOR);
            return null;
        }
        return number == null ? null : number.doubleValue();
    }

    private static @Nullable Instant instant(String key, YamlKeys keys) {
        String text = keys.text(key);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            keys.refuse(key, "has to be a time in UTC like 2030-01-31T12:00:00Z, not " + YamlKeys.shortened(text));
            return null;
        }
    }

    /** The file's text, with what is not null or empty. */
    static String text(PackageSettings settings) {
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "visibility", settings.visibility());
        put(keys, "difficulty", settings.difficulty());
        put(keys, "feedback_policy", settings.feedbackPolicy());
        put(keys, "time_limit_by_hand", settings.timeLimitByHand() ? true : null);
        put(keys, "final_verdicts", settings.finalVerdicts());
        Instant embargo = settings.embargoUntil();
        put(keys, "embargo_until", embargo == null ? null : embargo.toString());
        NamedFiles named = settings.named();
        put(keys, "input_file", named == null ? null : named.input());
        put(keys, "output_file", named == null ? null : named.output());
        Map<String, Object> factors = new LinkedHashMap<>();
        settings.languageFactors().forEach((language, both) -> {
            Map<String, Object> each = new LinkedHashMap<>();
            put(each, "time", both.time());
            put(each, "memory", both.memory());
            factors.put(language, each);
        });
        put(keys, "language_factors", factors.isEmpty() ? null : factors);
        Map<String, Object> worth = new LinkedHashMap<>();
        settings.points().forEach((test, number) -> worth.put(test, new BigDecimal(number.toPlainString())));
        put(keys, "points", worth.isEmpty() ? null : worth);
        Map<String, Object> own = new LinkedHashMap<>();
        settings.groups().forEach((name, group) -> own.put(name, group.keys()));
        put(keys, "groups", own.isEmpty() ? null : own);
        return YamlText.write(keys);
    }

    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}

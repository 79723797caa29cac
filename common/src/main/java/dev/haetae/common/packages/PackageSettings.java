package dev.haetae.common.packages;

import dev.haetae.common.NamedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a problem here and to no format: the file {@code haetae.yaml} at the top of a package, which other systems have no use for
 * and pass over. What is not in it is as it would be without the file.
 *
 * @param visibility {@code PUBLIC} or {@code HIDDEN}, or null
 * @param difficulty 1 to 5, or null
 * @param feedbackPolicy what students learn of hidden tests, or null
 * @param languageFactors by the language's id, in its order
 * @param timeLimitByHand whether the time limit is one that somebody set here, for a fast language
 * @param embargoUntil before which nobody but its editors sees it, where the format cannot say that, or null
 * @param named files that programs read and write in place of the standard streams, or null
 * @param points what single tests of 2025-09 groups with sums give, by their names; null of those kept before there were any
 * @param groups what 2025-09 groups are beside what their {@code test_group.yaml} can say, by their names; null likewise
 * @param finalVerdicts true where of a 2025-09 package's solutions, too, folders and comments say with what verdict they end; else null
 */
public record PackageSettings(
        @Nullable String visibility,
        @Nullable Integer difficulty,
        @Nullable String feedbackPolicy,
        Map<String, Factors> languageFactors,
        boolean timeLimitByHand,
        @Nullable Instant embargoUntil,
        @Nullable NamedFiles named,
        @Nullable Map<String, BigDecimal> points,
        @Nullable Map<String, OwnGroup> groups,
        @Nullable Boolean finalVerdicts) {

    /** The file's path in a package. */
    public static final String FILE = "haetae.yaml";

    /** Of a package without the file. */
    public static final PackageSettings NONE =
            new PackageSettings(null, null, null, Map.of(), false, null, null, Map.of(), Map.of(), null);

    private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");
    private static final List<String> VISIBILITIES = List.of("PUBLIC", "HIDDEN");
    private static final List<String> POLICIES = List.of("NONE", "VERDICT", "FIRST_FAILURE", "GROUPS", "TESTS");
    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
    private static final int HARDEST = 5;

    public PackageSettings {
        points = sorted(points);
        groups = sorted(groups);
        languageFactors = sorted(languageFactors);
        finalVerdicts = Boolean.TRUE.equals(finalVerdicts) ? true : null;
    }

    /** What single tests give, by their names. */
    @Override
    public Map<String, BigDecimal> points() {
        return sorted(points);
    }

    /** What groups are beside what their files can say, by their names. */
    @Override
    public Map<String, OwnGroup> groups() {
        return sorted(groups);
    }

    /** Whether folders and comments say with what verdict solutions end, whatever {@code submissions.yaml} demands of tests. */
    public boolean hasFinalVerdicts() {
        return finalVerdicts != null;
    }

    /** By what a language's limits are multiplied, each &gt; 0, at most 100; null for the default. */
    public record Factors(@Nullable Double time, @Nullable Double memory) {}

    static PackageSettings read(PackageTree tree, Findings findings) throws IOException {
        PackageFile file = tree.file(FILE);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, findings);
        if (map == null) {
            return NONE;
        }
        YamlKeys keys = new YamlKeys(FILE, map, findings);
        PackageSettings settings = new PackageSettings(
                oneOf("visibility", VISIBILITIES, keys),
                difficulty(keys),
                oneOf("feedback_policy", POLICIES, keys),
                factors(keys.map("language_factors")),
                keys.flag("time_limit_by_hand"),
                instant("embargo_until", keys),
                named(fileName("input_file", keys), fileName("output_file", keys)),
                points(keys.map("points")),
                OwnGroup.read(keys.map("groups")),
                keys.flag("final_verdicts"));
        keys.warnOfTheRest();
        return settings;
    }

    /** The same, but with this policy where it says none. */
    PackageSettings orPolicy(@Nullable String policy) {
        return feedbackPolicy != null
                ? this
                : new PackageSettings(
                        visibility,
                        difficulty,
                        policy,
                        languageFactors,
                        timeLimitByHand,
                        embargoUntil,
                        named,
                        points,
                        groups,
                        finalVerdicts);
    }

    /** Null where both are standard streams. */
    static @Nullable NamedFiles named(@Nullable String input, @Nullable String output) {
        return input == null && output == null ? null : new NamedFiles(input, output);
    }

    /** Whether programs can be told to read or write a file of this name. */
    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    private static @Nullable String fileName(String key, YamlKeys keys) {
        String name = keys.text(key);
        if (name != null && !isFileName(name)) {
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
    public String text() {
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "visibility", visibility);
        put(keys, "difficulty", difficulty);
        put(keys, "feedback_policy", feedbackPolicy);
        put(keys, "time_limit_by_hand", timeLimitByHand ? true : null);
        put(keys, "final_verdicts", finalVerdicts);
        put(keys, "embargo_until", embargoUntil == null ? null : embargoUntil.toString());
        put(keys, "input_file", named == null ? null : named.input());
        put(keys, "output_file", named == null ? null : named.output());
        Map<String, Object> factors = new LinkedHashMap<>();
        languageFactors.forEach((language, both) -> {
            Map<String, Object> each = new LinkedHashMap<>();
            put(each, "time", both.time());
            put(each, "memory", both.memory());
            factors.put(language, each);
        });
        put(keys, "language_factors", factors.isEmpty() ? null : factors);
        Map<String, Object> worth = new LinkedHashMap<>();
        points().forEach((test, number) -> worth.put(test, new BigDecimal(number.toPlainString())));
        put(keys, "points", worth.isEmpty() ? null : worth);
        Map<String, Object> own = new LinkedHashMap<>();
        groups().forEach((name, group) -> own.put(name, group.keys()));
        put(keys, "groups", own.isEmpty() ? null : own);
        return YamlText.write(keys);
    }

    private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}

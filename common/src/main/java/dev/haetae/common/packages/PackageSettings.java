package dev.haetae.common.packages;

import dev.haetae.common.NamedFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
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

    /** The file's text, with what is not null or empty. */
    public String text() {
        return SettingsYaml.text(this);
    }

    /** By what a language's limits are multiplied, each &gt; 0, at most 100; null for the default. */
    public record Factors(@Nullable Double time, @Nullable Double memory) {}

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

    private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}

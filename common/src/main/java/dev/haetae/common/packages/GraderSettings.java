package dev.haetae.common.packages;

import dev.haetae.common.ExactNumber;
import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderGroup.ScoreMode;
import dev.haetae.common.GraderGroup.VerdictMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a legacy {@code testdata.yaml} that are about grading, with what it inherits.
 *
 * @param breaks {@code on_reject: break}
 * @param custom {@code grading: custom}
 * @param flags {@code grader_flags}
 * @param least the first number of {@code range}, or null for -inf
 * @param most the second, or null for inf
 */
record GraderSettings(
        boolean breaks,
        boolean custom,
        List<String> flags,
        BigDecimal acceptScore,
        BigDecimal rejectScore,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most) {

    /** Of a folder that neither says nor inherits anything. */
    static final GraderSettings DEFAULT =
            new GraderSettings(true, false, List.of(), BigDecimal.ONE, BigDecimal.ZERO, null, null);

    private static final Set<String> KNOWN_FLAGS = Set.of(
            "worst_error",
            "first_error",
            "always_accept",
            "sum",
            "avg",
            "min",
            "max",
            "ignore_sample",
            "accept_if_any_accepted");

    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf");

    /** The same, but for what the keys of a folder say. */
    GraderSettings with(YamlKeys keys) {
        boolean ownGrader = one("grading", "custom", "default", keys, custom);
        List<String> ownFlags = keys.has("grader_flags") ? keys.words("grader_flags") : flags;
        if (!ownGrader) {
            requireKnown(ownFlags, keys);
        }
        boolean ownBreaks = one("on_reject", "break", "continue", keys, breaks);
        return new GraderSettings(ownBreaks, ownGrader, ownFlags, acceptScore, rejectScore, least, most);
    }

    /** The same, but for what these keys say of scores. */
    GraderSettings withScores(YamlKeys keys) {
        Range range = range(keys);
        return new GraderSettings(
                breaks,
                custom,
                flags,
                number("accept_score", keys, acceptScore),
                number("reject_score", keys, rejectScore),
                range.least(),
                range.most());
    }

    /** Whether a key has the one value of two that it may have. */
    private static boolean one(String key, String wanted, String other, YamlKeys keys, boolean inherited) {
        String value = keys.text(key);
        if (value == null) {
            return inherited;
        }
        if (!value.equals(wanted) && !value.equals(other)) {
            keys.refuse(key, "has to be %s or %s, not %s".formatted(wanted, other, YamlKeys.shortened(value)));
        }
        return value.equals(wanted);
    }

    private static void requireKnown(List<String> flags, YamlKeys keys) {
        for (String flag : flags) {
            if (!KNOWN_FLAGS.contains(flag)) {
                keys.refuse("grader_flags", "has the flag " + YamlKeys.shortened(flag) + ", which is not known");
            }
        }
    }

    private static BigDecimal number(String key, YamlKeys keys, BigDecimal inherited) {
        String text = keys.text(key);
        BigDecimal number = text == null ? inherited : number(text);
        if (number == null) {
            keys.refuse(key, "has to be a number, not " + YamlKeys.shortened(String.valueOf(text)));
            return inherited;
        }
        return number;
    }

    private static @Nullable BigDecimal number(String text) {
        return ExactNumber.read(text);
    }

    private record Range(
            @Nullable BigDecimal least, @Nullable BigDecimal most) {}

    private Range range(YamlKeys keys) {
        if (!keys.has("range")) {
            return new Range(least, most);
        }
        List<String> ends = keys.words("range");
        boolean isRange = ends.size() == 2
                && !ends.getFirst().matches("[+]?inf")
                && !ends.getLast().equals("-inf")
                && ends.stream().allMatch(end -> INFINITE.contains(end) || number(end) != null);
        Range range = isRange ? new Range(number(ends.getFirst()), number(ends.getLast())) : new Range(null, null);
        boolean isEmpty =
                range.least() != null && range.most() != null && range.least().compareTo(range.most()) > 0;
        if (!isRange || isEmpty) {
            keys.refuse("range", "has to be two numbers, the smaller one first; -inf and inf are allowed");
        }
        return range;
    }

    /** As judging needs them. */
    GraderGroup group(String name) {
        Grader grader = custom
                ? new Grader.Custom(flags)
                : new Grader.Default(
                        verdicts(),
                        scores(),
                        name.isEmpty() && flags.contains("ignore_sample"),
                        flags.contains("accept_if_any_accepted"));
        return new GraderGroup(name, breaks, grader, acceptScore, rejectScore, least, most);
    }

    /** Of several modes the last one counts. */
    private VerdictMode verdicts() {
        VerdictMode mode = VerdictMode.WORST_ERROR;
        for (String flag : flags) {
            mode = switch (flag) {
                case "worst_error" -> VerdictMode.WORST_ERROR;
                case "first_error" -> VerdictMode.FIRST_ERROR;
                case "always_accept" -> VerdictMode.ALWAYS_ACCEPT;
                default -> mode;
            };
        }
        return mode;
    }

    private ScoreMode scores() {
        ScoreMode mode = ScoreMode.SUM;
        for (String flag : flags) {
            mode = switch (flag) {
                case "sum" -> ScoreMode.SUM;
                case "avg" -> ScoreMode.AVG;
                case "min" -> ScoreMode.MIN;
                case "max" -> ScoreMode.MAX;
                default -> mode;
            };
        }
        return mode;
    }
}

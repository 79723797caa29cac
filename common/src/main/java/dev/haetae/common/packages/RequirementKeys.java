package dev.haetae.common.packages;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Requirement;
import dev.haetae.common.verification.Requirement.ScoreRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the requirements of one entry of {@code submissions.yaml}: those of all tests, and of patterns of tests. */
final class RequirementKeys {

    /** Demands only that it can be judged. */
    static final Requirement NOTHING = new Requirement(null, Requirement.ANY, Requirement.ANY, "", null, false, false);

    /** The format knows no verdict for memory: running out of it is a run-time error to it. Output beyond the limit may be either. */
    private static final Map<String, Set<Verdict>> VERDICTS = Map.of(
            "AC", Set.of(Verdict.ACCEPTED),
            "WA", Set.of(Verdict.WRONG_ANSWER, Verdict.OUTPUT_LIMIT_EXCEEDED),
            "TLE", Set.of(Verdict.TIME_LIMIT_EXCEEDED),
            "RTE", Set.of(Verdict.RUNTIME_ERROR, Verdict.MEMORY_LIMIT_EXCEEDED, Verdict.OUTPUT_LIMIT_EXCEEDED));

    private static final Set<String> OF_SOLUTIONS = Set.of("language", "entrypoint", "authors", "model_solution");
    private static final Set<String> OF_TESTS =
            Set.of("permitted", "required", "score", "message", "use_for_time_limit");

    private static final Set<String> USES = Set.of("lower", "upper");

    private RequirementKeys() {}

    static Set<Verdict> verdicts(String... codes) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (String code : codes) {
            verdicts.addAll(VERDICTS.getOrDefault(code, Set.of()));
        }
        return verdicts;
    }

    /** What an entry demands; keys that it does not have are those of another requirement. */
    static List<Requirement> read(YamlKeys keys, Requirement byDefault) {
        List<Requirement> requirements = new ArrayList<>();
        if (byDefault != NOTHING || OF_TESTS.stream().anyMatch(keys::has)) {
            requirements.add(read(null, keys, byDefault));
        }
        for (String key : keys.all()) {
            if (!OF_SOLUTIONS.contains(key) && !OF_TESTS.contains(key) && keys.isMap(key)) {
                YamlKeys of = keys.map(key);
                requirements.add(read(key, of, NOTHING));
                of.warnOfTheRest();
            }
        }
        return requirements;
    }

    private static Requirement read(@Nullable String tests, YamlKeys keys, Requirement byDefault) {
        Set<Verdict> permitted = verdicts(keys, "permitted", byDefault.permitted());
        Set<Verdict> required = verdicts(keys, "required", byDefault.required());
        String message = keys.text("message");
        String use = use(keys);
        if ("lower".equals(use)) {
            permitted = EnumSet.copyOf(permitted);
            permitted.remove(Verdict.TIME_LIMIT_EXCEEDED);
        } else if ("upper".equals(use)) {
            required = verdicts("TLE");
        }
        boolean counts = !"false".equals(use);
        return new Requirement(
                tests,
                permitted,
                required,
                message == null ? "" : message,
                score(keys),
                counts && !"upper".equals(use) && !permitted.contains(Verdict.TIME_LIMIT_EXCEEDED),
                counts && !"lower".equals(use) && required.equals(verdicts("TLE")));
    }

    private static @Nullable String use(YamlKeys keys) {
        String use = keys.text("use_for_time_limit");
        if (use == null || USES.contains(use)) {
            return use;
        }
        if (YamlKeys.isFlag(use)) {
            return use.toLowerCase(Locale.ROOT);
        }
        keys.warn("use_for_time_limit", "has to be true, false, lower or upper, and is ignored");
        return null;
    }

    private static Set<Verdict> verdicts(YamlKeys keys, String key, Set<Verdict> byDefault) {
        if (!keys.has(key)) {
            return byDefault;
        }
        List<String> codes = keys.words(key);
        for (String code : codes) {
            if (!VERDICTS.containsKey(code)) {
                keys.warn(key, YamlKeys.shortened(code) + " is none of AC, WA, TLE and RTE, and is ignored");
            }
        }
        Set<Verdict> verdicts = verdicts(codes.toArray(String[]::new));
        return verdicts.isEmpty() ? byDefault : verdicts;
    }

    private static @Nullable ScoreRange score(YamlKeys keys) {
        List<String> ends = keys.has("score") ? keys.words("score") : List.of();
        List<BigDecimal> numbers = new ArrayList<>();
        for (String end : ends) {
            BigDecimal number = YamlKeys.number(end);
            if (number != null) {
                numbers.add(number);
            }
        }
        if (ends.isEmpty() || numbers.size() != ends.size() || numbers.size() > 2) {
            if (!ends.isEmpty()) {
                keys.warn("score", "has to be a number or a list of two, and is ignored");
            }
            return null;
        }
        return new ScoreRange(numbers.getFirst(), numbers.getLast());
    }
}

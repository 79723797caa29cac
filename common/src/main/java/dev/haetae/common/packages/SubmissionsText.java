package dev.haetae.common.packages;

import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says in the words of {@code submissions/submissions.yaml} with what verdict solutions end. The format demands verdicts of tests: one that
 * ends with a rejection has this on some test, and whatever comes on the others; one that may be accepted has nothing else on any.
 */
public final class SubmissionsText {

    /** The file's path in a package. */
    public static final String FILE = SubmissionsYaml.FILE;

    private static final List<String> CODES = List.of("AC", "WA", "TLE", "RTE");
    private static final Demand NOTHING = new Demand(CODES, CODES, null);

    private SubmissionsText() {}

    /** What is demanded of a solution's tests, and which score. */
    private record Demand(
            List<String> permitted,
            List<String> required,
            @Nullable BigDecimal score) {

        static Demand of(Expectation expectation, boolean scored) {
            List<String> codes = CODES.stream()
                    .filter(code -> !Collections.disjoint(RequirementKeys.verdicts(code), expectation.permitted()))
                    .toList();
            boolean mayBeAccepted = expectation.isMetBy(Verdict.ACCEPTED);
            return new Demand(
                    mayBeAccepted && !codes.isEmpty() ? codes : CODES,
                    mayBeAccepted || codes.isEmpty() ? CODES : codes,
                    scored ? expectation.score() : null);
        }

        /** What it does not have from a folder of this name, or from any other pattern. */
        Map<String, Object> keys(String pattern) {
            Requirement said = SubmissionsYaml.byDefault(pattern);
            Map<String, Object> keys = new LinkedHashMap<>();
            put(keys, "permitted", permitted, said.permitted());
            put(keys, "required", required, said.required());
            if (score != null) {
                keys.put("score", new BigDecimal(score.toPlainString()));
            }
            return keys;
        }

        private static void put(Map<String, Object> keys, String key, List<String> codes, Set<Verdict> said) {
            if (!RequirementKeys.verdicts(codes.toArray(String[]::new)).equals(said)) {
                keys.put(key, new ArrayList<>(codes));
            }
        }
    }

    /**
     * What the folders' names alone do not say; no keys when they say it all.
     *
     * @param solutions by their paths below {@code submissions/}
     * @param scored whether the problem has scores
     */
    public static Map<String, Object> of(SortedMap<String, Expectation> solutions, boolean scored) {
        SortedMap<String, SortedMap<String, Demand>> folders = new TreeMap<>();
        solutions.forEach((path, expectation) -> folders.computeIfAbsent(PackagePath.folder(path), _ -> new TreeMap<>())
                .put(path, Demand.of(expectation, scored)));
        Map<String, Object> keys = new LinkedHashMap<>();
        folders.forEach((folder, demands) -> lay(folder, demands, keys));
        return keys;
    }

    /** A pattern only adds to what a folder demands, and the folder's own name replaces it. */
    private static void lay(String folder, SortedMap<String, Demand> demands, Map<String, Object> keys) {
        boolean alike = Set.copyOf(demands.values()).size() == 1;
        put(folder, alike ? demands.values().iterator().next() : NOTHING, keys);
        if (!alike) {
            demands.forEach((path, demand) -> put(path, demand, keys));
        }
    }

    private static void put(String pattern, Demand demand, Map<String, Object> keys) {
        Map<String, Object> unsaid = demand.keys(pattern);
        if (!unsaid.isEmpty()) {
            keys.put(pattern, unsaid);
        }
    }
}

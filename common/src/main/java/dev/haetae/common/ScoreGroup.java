package dev.haetae.common;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the score of {@code secret}, or of a group in it, is found in the format 2025-09.
 *
 * @param name {@code secret} or {@code secret/group1}
 * @param maxScore the most that it gives, &ge; 0; null for no bound
 * @param aggregation how its tests, or its groups, make its score
 * @param requirePass names of earlier groups, or {@code sample}, of which every test has to be accepted; else this one is not run
 * @param points the most that single tests give, by their names, where the package says so; the other tests of a bounded sum share the
 *     rest alike
 */
public record ScoreGroup(
        String name,
        @Nullable BigDecimal maxScore,
        Aggregation aggregation,
        List<String> requirePass,
        Map<String, BigDecimal> points) {

    public ScoreGroup {
        requirePass = List.copyOf(requirePass);
        points = Map.copyOf(points);
    }

    /** How parts make a score. */
    public enum Aggregation {
        /** All of it when every test is accepted, else nothing. */
        PASS_FAIL,
        /** The sum. */
        SUM,
        /** The least. */
        MIN
    }
}

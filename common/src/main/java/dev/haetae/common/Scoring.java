package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the tests' verdicts become a submission's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Scoring.PassFail.class, name = "pass-fail"),
    @JsonSubTypes.Type(value = Scoring.PassFailOnAll.class, name = "pass-fail-on-all"),
    @JsonSubTypes.Type(value = Scoring.Groups.class, name = "groups"),
    @JsonSubTypes.Type(value = Scoring.Graders.class, name = "graders")
})
public sealed interface Scoring {

    /** Accepted when every test is; judging stops at the first that is not. */
    record PassFail() implements Scoring {}

    /** As {@link PassFail}, but every test is run: for those who want to know how a solution does on each. */
    record PassFailOnAll() implements Scoring {}

    /**
     * The score is that of {@code secret}, as in the format 2025-09.
     *
     * @param groups of {@code secret}, in the order of their names; when there are none, {@code secret} has the tests itself
     * @param onAllTests whether tests are run that count for nothing, too
     */
    record Groups(ScoreGroup secret, List<ScoreGroup> groups, boolean onAllTests) implements Scoring {

        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Graders make the result of each group, and in the end of all, as in the legacy format.
     *
     * @param groups folders with their settings; one that is missing is as the nearest around it
     * @param objective what a score is to be, or null in a pass-fail problem: then the graders make the verdict, and there is no score
     * @param onAllTests whether tests are run that count for nothing, too
     */
    record Graders(List<GraderGroup> groups, @Nullable Objective objective, boolean onAllTests) implements Scoring {

        public Graders {
            groups = List.copyOf(groups);
        }

        /** Whether a test or a group of that name counts for nothing, since the root's grader ignores samples. */
        public boolean ignores(String name) {
            boolean isSample = name.equals("sample") || name.startsWith("sample/");
            return isSample && of("").grader() instanceof GraderGroup.Grader.Default flags && flags.ignoreSample();
        }

        /** The settings of the folder of that name. */
        public GraderGroup of(String name) {
            for (String at = name; ; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
                for (GraderGroup group : groups) {
                    if (group.name().equals(at)) {
                        return group;
                    }
                }
                if (at.isEmpty()) {
                    return GraderGroup.byDefault(at);
                }
            }
        }
    }

    /** What a good score is. */
    enum Objective {
        /** A great one. */
        MAX,
        /** A small one. */
        MIN
    }

    /** The same, but every test is run; those that would have been left out count for nothing. */
    default Scoring onAll() {
        return switch (this) {
            case PassFail(), PassFailOnAll() -> new PassFailOnAll();
            case Groups(var secret, var groups, var _) -> new Groups(secret, groups, true);
            case Graders(var groups, var objective, var _) -> new Graders(groups, objective, true);
        };
    }

    /** Whether a submission gets a score. */
    default boolean hasScore() {
        return switch (this) {
            case PassFail(), PassFailOnAll() -> false;
            case Groups _ -> true;
            case Graders graders -> graders.objective() != null;
        };
    }

    /** The most that a submission can get; null when there is no bound, or no score. */
    default @Nullable BigDecimal maxScore() {
        return switch (this) {
            case PassFail(), PassFailOnAll() -> null;
            case Groups groups -> groups.secret().maxScore();
            case Graders graders -> graders.maxScore("");
        };
    }

    /** Whether no score is better. */
    default boolean isBest(BigDecimal score) {
        BigDecimal best = switch (this) {
            case PassFail(), PassFailOnAll(), Groups _ -> maxScore();
            case Graders graders ->
                graders.objective() == Objective.MIN ? graders.of("").leastScore() : maxScore();
        };
        return best != null && best.compareTo(score) == 0;
    }

    /** The most that a group can get, by its name; null when there is no bound, or no score. */
    default @Nullable BigDecimal maxScore(String group) {
        return switch (this) {
            case PassFail(), PassFailOnAll() -> null;
            case Groups(var secret, var _, var _) when secret.name().equals(group) -> secret.maxScore();
            case Groups(var _, var groups, var _) ->
                groups.stream()
                        .filter(each -> each.name().equals(group))
                        .findFirst()
                        .map(ScoreGroup::maxScore)
                        .orElse(null);
            case Graders graders ->
                graders.objective() == Objective.MAX && !graders.ignores(group)
                        ? graders.of(group).mostScore()
                        : null;
        };
    }
}

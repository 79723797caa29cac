package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a group of a legacy package is judged and graded: its {@code testdata.yaml}, with what it inherits.
 *
 * @param name path below {@code data/}: {@code secret/group1}; empty for {@code data} itself
 * @param breaks whether the first rejection, of a test or of a group in it, ends its judging
 * @param grader what makes its result of theirs
 * @param acceptScore of an accepted test, where the validator gives none
 * @param rejectScore of a rejected test
 * @param leastScore the least that an accepted group may come to, or null
 * @param mostScore the most that an accepted group may come to, or null
 */
public record GraderGroup(
        String name,
        boolean breaks,
        Grader grader,
        BigDecimal acceptScore,
        BigDecimal rejectScore,
        @Nullable BigDecimal leastScore,
        @Nullable BigDecimal mostScore) {

    /** With nothing but the format's defaults. */
    public static GraderGroup byDefault(String name) {
        return new GraderGroup(name, true, Grader.Default.WITHOUT_FLAGS, BigDecimal.ONE, BigDecimal.ZERO, null, null);
    }

    /** How the verdicts of parts make one. */
    public enum VerdictMode {
        /** The worst one: run-time error, memory, time, output limit, wrong answer. */
        WORST_ERROR,
        /** The first that is no acceptance. */
        FIRST_ERROR,
        /** Always accepted. */
        ALWAYS_ACCEPT
    }

    /** How the scores of parts make one. */
    public enum ScoreMode {
        /** The sum. */
        SUM,
        /** The average. */
        AVG,
        /** The least. */
        MIN,
        /** The greatest. */
        MAX
    }

    /** What makes a group's result of its parts'. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Grader.Default.class, name = "default"),
        @JsonSubTypes.Type(value = Grader.Custom.class, name = "custom")
    })
    public sealed interface Grader {

        /**
         * The format's default grader.
         *
         * @param ignoreSample {@code sample} counts for nothing
         * @param acceptIfAnyAccepted one accepted part is enough, whatever the mode says
         */
        record Default(VerdictMode verdicts, ScoreMode scores, boolean ignoreSample, boolean acceptIfAnyAccepted)
                implements Grader {

            /** Without any flag. */
            public static final Default WITHOUT_FLAGS =
                    new Default(VerdictMode.WORST_ERROR, ScoreMode.SUM, false, false);
        }

        /**
         * The package's own grader, the test set's.
         *
         * @param flags its arguments
         */
        record Custom(List<String> flags) implements Grader {

            public Custom {
                flags = List.copyOf(flags);
            }
        }
    }
}

package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemSettings.Factors;
import dev.haetae.common.Limits;
import dev.haetae.common.language.Language;
import dev.haetae.common.packages.TimeLimitSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The limits of a problem in each language that it takes. A package's limits are exact: a language has a factor only where the
 * problem sets one. A time limit that somebody set by hand is meant for a fast language: the others get the factors of
 * {@code languages.yaml} where the problem sets none.
 */
@Component
class LanguageLimits {

    /** A judging is given up after 20 minutes. */
    static final long MOST_TIME_MILLIS = 1_200_000;

    static final long MOST_MEMORY_BYTES = 1L << 36;

    private final OfferedLanguages languages;

    LanguageLimits(OfferedLanguages languages) {
        this.languages = languages;
    }

    /** By the language's id, in the order of the configured set. */
    Map<String, Limits> of(ProblemContent content) {
        List<String> taken = content.settings().languages();
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (Language language : languages.list()) {
            if (taken.isEmpty() || taken.contains(language.id())) {
                limits.put(language.id(), of(content, language));
            }
        }
        return limits;
    }

    /** Those of a program that is judged on no problem. */
    Map<String, Limits> withoutProblem() {
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (Language language : languages.list()) {
            limits.put(language.id(), times(Limits.DEFAULT, language.timeFactor(), language.memoryFactor()));
        }
        return limits;
    }

    private static Limits of(ProblemContent content, Language language) {
        boolean byHand = content.timeLimitSource() == TimeLimitSource.OPERATOR;
        Factors own = content.settings().languageFactors().getOrDefault(language.id(), Factors.DEFAULT);
        double time = factor(own.time(), byHand ? language.timeFactor() : 1);
        double memory = factor(own.memory(), byHand ? language.memoryFactor() : 1);
        return times(content.limits(), time, memory);
    }

    private static Limits times(Limits base, double time, double memory) {
        return new Limits(
                times(base.timeMillis(), time, MOST_TIME_MILLIS),
                times(base.memoryBytes(), memory, MOST_MEMORY_BYTES),
                base.outputBytes(),
                base.codeBytes(),
                base.compileTimeMillis(),
                base.compileMemoryBytes());
    }

    private static double factor(@Nullable Double own, double otherwise) {
        return own == null ? otherwise : own;
    }

    /** Rounded up; a limit that cannot be honoured is not promised. */
    private static long times(long limit, double factor, long most) {
        return Math.min(Math.max(limit, most), (long) Math.ceil(limit * factor));
    }
}

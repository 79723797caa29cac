package dev.haetae.api.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people set of a problem beside its content; it stays when a package is imported anew.
 *
 * @param languages ids of the languages that it takes; empty for all that are configured
 * @param languageFactors by the language's id, where the problem has its own
 * @param feedbackPolicy what students learn of hidden tests
 */
record ProblemSettings(List<String> languages, Map<String, Factors> languageFactors, FeedbackPolicy feedbackPolicy) {

    /** Of a problem of which nobody has set anything. */
    static final ProblemSettings DEFAULT = new ProblemSettings(List.of(), Map.of(), FeedbackPolicy.FIRST_FAILURE);

    ProblemSettings {
        languages = List.copyOf(languages);
        languageFactors = Map.copyOf(languageFactors);
    }

    /** The same, but taking these languages; all that are configured when there are none. */
    ProblemSettings in(List<String> others) {
        return new ProblemSettings(others, languageFactors, feedbackPolicy);
    }

    /** By what a language's limits are multiplied, &gt; 0; null for the default. */
    record Factors(@Nullable Double time, @Nullable Double memory) {

        static final Factors DEFAULT = new Factors(null, null);
    }
}

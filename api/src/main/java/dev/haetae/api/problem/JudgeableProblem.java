package dev.haetae.api.problem;

import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestSetRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What judging has to know of a problem's current version.
 *
 * @param version its number
 * @param limits by the id of each language that it takes, in the order of the configured set
 * @param tests what it is judged on
 * @param scoring how its tests make a verdict and a score
 * @param isChecked whether its time limit is still being measured: submissions wait
 * @param answerTests the names of its tests where answers are handed in for them, else none
 * @param included files that are laid over a submission before it is compiled, by the language's id
 */
public record JudgeableProblem(
        UUID id,
        String slug,
        int version,
        Map<String, Limits> limits,
        TestSetRef tests,
        Scoring scoring,
        Map<String, List<SourceFile>> included,
        boolean isChecked,
        Set<String> answerTests) {

    public JudgeableProblem {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        included = Map.copyOf(included);
        answerTests = Set.copyOf(answerTests);
    }

    /** Whether answers are handed in, in place of a program that finds them. */
    public boolean takesAnswers() {
        return !answerTests.isEmpty();
    }

    /** The most that is handed in, the same in every language. */
    public Limits limitsOfAnswers() {
        return limits.values().iterator().next();
    }

    /** What is compiled of a submission in a language: its files, with the problem's own laid over them. */
    public List<SourceFile> withIncluded(String language, List<SourceFile> files) {
        return SourceFile.withIncluded(files, included.getOrDefault(language, List.of()));
    }
}

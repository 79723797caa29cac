package dev.haetae.common.verification;

import dev.haetae.common.ExactNumber;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a package's author expects of a jury's solution. In a legacy package a comment in the source goes before the folder, as in
 * DOMjudge: {@code @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT}.
 *
 * @param permitted final verdicts, in the order of {@link Verdict}; empty: nothing is expected, and whatever comes is right
 * @param score that it has to get, or null for any: {@code @EXPECTED_SCORE@: 40}
 * @param partial whether it has to get some of the score, and not the best
 * @param requirements what the 2025-09 format demands of each test; empty in a legacy package, where the final verdict counts
 */
public record Expectation(
        Set<Verdict> permitted, @Nullable BigDecimal score, boolean partial, List<Requirement> requirements) {

    private static final Pattern COMMENT = Pattern.compile("(?i)@EXPECTED_RESULTS@:([\\w\\-, \\t]+)");
    private static final Pattern SCORE_COMMENT = Pattern.compile("(?i)@EXPECTED_SCORE@:[ \\t]*([-+.0-9eE]+)");
    private static final String PARTIAL = "partially_accepted";

    /** The packages know no verdict for memory: running out of it is a run-time error to them, as no output is a wrong answer. */
    private static final Set<Verdict> RUN_TIME_ERROR = EnumSet.of(Verdict.RUNTIME_ERROR, Verdict.MEMORY_LIMIT_EXCEEDED);

    private static final Map<String, Set<Verdict>> FOLDERS = Map.of(
            "accepted", Set.of(Verdict.ACCEPTED),
            "wrong_answer", Set.of(Verdict.WRONG_ANSWER),
            "time_limit_exceeded", Set.of(Verdict.TIME_LIMIT_EXCEEDED),
            "run_time_error", RUN_TIME_ERROR,
            "rejected",
                    EnumSet.of(
                            Verdict.WRONG_ANSWER,
                            Verdict.TIME_LIMIT_EXCEEDED,
                            Verdict.MEMORY_LIMIT_EXCEEDED,
                            Verdict.OUTPUT_LIMIT_EXCEEDED,
                            Verdict.RUNTIME_ERROR),
            "time_limit_exceeded_or_accepted", EnumSet.of(Verdict.TIME_LIMIT_EXCEEDED, Verdict.ACCEPTED),
            "time_limit_exceeded_or_memory_limit_exceeded",
                    EnumSet.of(Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED));

    /** By their letters alone, without {@code EXCEEDED} in the end, as each tool has other hyphens and endings. */
    private static final Map<String, Set<Verdict>> RESULTS = Map.ofEntries(
            Map.entry("CORRECT", Set.of(Verdict.ACCEPTED)),
            Map.entry("ACCEPTED", Set.of(Verdict.ACCEPTED)),
            Map.entry("AC", Set.of(Verdict.ACCEPTED)),
            Map.entry("WRONGANSWER", Set.of(Verdict.WRONG_ANSWER)),
            Map.entry("WA", Set.of(Verdict.WRONG_ANSWER)),
            Map.entry("NOOUTPUT", Set.of(Verdict.WRONG_ANSWER)),
            Map.entry("TIMELIMIT", Set.of(Verdict.TIME_LIMIT_EXCEEDED)),
            Map.entry("TLE", Set.of(Verdict.TIME_LIMIT_EXCEEDED)),
            Map.entry("RUNERROR", RUN_TIME_ERROR),
            Map.entry("RUNTIMEERROR", RUN_TIME_ERROR),
            Map.entry("RTE", RUN_TIME_ERROR),
            Map.entry("MEMORYLIMIT", Set.of(Verdict.MEMORY_LIMIT_EXCEEDED)),
            Map.entry("MLE", Set.of(Verdict.MEMORY_LIMIT_EXCEEDED)),
            Map.entry("OUTPUTLIMIT", Set.of(Verdict.OUTPUT_LIMIT_EXCEEDED)),
            Map.entry("OLE", Set.of(Verdict.OUTPUT_LIMIT_EXCEEDED)),
            Map.entry("COMPILERERROR", Set.of(Verdict.COMPILE_ERROR)),
            Map.entry("COMPILEERROR", Set.of(Verdict.COMPILE_ERROR)),
            Map.entry("COMPILATIONERROR", Set.of(Verdict.COMPILE_ERROR)),
            Map.entry("CE", Set.of(Verdict.COMPILE_ERROR)));

    public Expectation {
        EnumSet<Verdict> ordered = EnumSet.noneOf(Verdict.class);
        ordered.addAll(permitted);
        permitted = Collections.unmodifiableSet(ordered);
        requirements = List.copyOf(requirements);
    }

    /** From what a 2025-09 package demands of the tests: the final verdict is that of the first that is not accepted. */
    public static Expectation of(List<Requirement> requirements) {
        Set<Verdict> permitted = EnumSet.copyOf(Requirement.ANY);
        for (Requirement requirement : requirements) {
            if (requirement.tests() == null) {
                permitted.retainAll(requirement.permitted());
                permitted.removeIf(verdict ->
                        verdict == Verdict.ACCEPTED && !requirement.required().contains(verdict));
            }
        }
        return new Expectation(permitted.equals(Requirement.ANY) ? Set.of() : permitted, null, false, requirements);
    }

    /** One that says nothing of scores. */
    public Expectation(Set<Verdict> permitted) {
        this(permitted, null, false, List.of());
    }

    /** Whether the name of a folder of {@code submissions/} says what is expected of the solutions in it. */
    public static boolean isSaidBy(String folder) {
        return FOLDERS.containsKey(folder) || folder.equals(PARTIAL);
    }

    /** The results in the comments of a source that are none of the known ones, and are passed over. */
    public static List<String> unknownResults(String source) {
        return results(source)
                .map(String::strip)
                .filter(result -> !result.isEmpty() && !RESULTS.containsKey(canonical(result)))
                .toList();
    }

    /**
     * Of a solution in a folder of {@code submissions/}. A folder of another name expects nothing, and a result that is none of
     * the known ones is passed over.
     */
    public static Expectation of(String folder, Collection<SourceFile> sources) {
        List<Verdict> commented = new ArrayList<>();
        BigDecimal score = null;
        for (SourceFile source : sources) {
            String text = new String(source.content(), StandardCharsets.ISO_8859_1);
            Matcher scoreComment = SCORE_COMMENT.matcher(text);
            if (scoreComment.find()) {
                score = ExactNumber.read(scoreComment.group(1));
            }
            results(text)
                    .map(result -> RESULTS.getOrDefault(canonical(result), Set.of()))
                    .forEach(commented::addAll);
        }
        return new Expectation(
                commented.isEmpty() ? FOLDERS.getOrDefault(folder, Set.of()) : EnumSet.copyOf(commented),
                score,
                commented.isEmpty() && folder.equals(PARTIAL),
                List.of());
    }

    private static Stream<String> results(String source) {
        return COMMENT.matcher(source)
                .results()
                .flatMap(comment -> Arrays.stream(comment.group(1).split(",")));
    }

    private static String canonical(String result) {
        return result.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").replaceFirst("EXCEEDED$", "");
    }

    /** Whether a verdict is one that the author allows. */
    public boolean isMetBy(Verdict verdict) {
        return permitted.isEmpty() || permitted.contains(verdict);
    }

    /** Whether a solution did as the author allows, in a problem with that scoring; {@link Assessment} knows of requirements. */
    public boolean isMetBy(Outcome outcome, Scoring scoring) {
        if (!requirements.isEmpty()) {
            return true;
        }
        Outcome.Scored scored = outcome.scored();
        BigDecimal reached = scored == null ? null : scored.score();
        boolean rightScore = score == null || (reached != null && reached.compareTo(score) == 0);
        return isMetBy(outcome.verdict()) && rightScore && (!partial || isPartial(scored, scoring));
    }

    /** Accepted by its graders, where there are some, with less than the best score. */
    private static boolean isPartial(Outcome.@Nullable Scored scored, Scoring scoring) {
        if (scored == null || scored.score() == null) {
            return false;
        }
        boolean hasSome = scored.graded() == null ? scored.score().signum() > 0 : scored.graded() == Verdict.ACCEPTED;
        return hasSome && !scoring.isBest(scored.score());
    }

    /** Whether its times bound the time limit from below. */
    public boolean boundsFromBelow() {
        return requirements.isEmpty() ? isAccepted() : requirements.stream().anyMatch(Requirement::lower);
    }

    /** Whether its times bound the time limit from above. */
    public boolean boundsFromAbove() {
        return requirements.isEmpty() ? isTooSlow() : requirements.stream().anyMatch(Requirement::upper);
    }

    /** Whether it has to be accepted. */
    public boolean isAccepted() {
        return permitted.equals(Set.of(Verdict.ACCEPTED));
    }

    /** Whether it has to run out of time. */
    public boolean isTooSlow() {
        return permitted.equals(Set.of(Verdict.TIME_LIMIT_EXCEEDED));
    }
}

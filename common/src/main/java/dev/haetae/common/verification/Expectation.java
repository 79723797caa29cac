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
import org.jspecify.annotations.Nullable;

/**
 * The verdicts that a package's author allows for a jury's solution. A comment in the source goes before the folder, as in
 * DOMjudge: {@code @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT}.
 *
 * @param permitted in the order of {@link Verdict}; empty: nothing is expected, and whatever comes is right
 * @param score that it has to get, or null for any: {@code @EXPECTED_SCORE@: 40}
 * @param partial whether it has to get some of the score, and not the best
 */
public record Expectation(Set<Verdict> permitted, @Nullable BigDecimal score, boolean partial) {

    private static final Pattern COMMENT = Pattern.compile("@EXPECTED_RESULTS@:([\\w\\-, \\t]+)");
    private static final Pattern SCORE_COMMENT = Pattern.compile("@EXPECTED_SCORE@:[ \\t]*([-+.0-9eE]+)");
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

    private static final Map<String, Set<Verdict>> RESULTS = Map.ofEntries(
            Map.entry("CORRECT", Set.of(Verdict.ACCEPTED)),
            Map.entry("ACCEPTED", Set.of(Verdict.ACCEPTED)),
            Map.entry("WRONG_ANSWER", Set.of(Verdict.WRONG_ANSWER)),
            Map.entry("NO_OUTPUT", Set.of(Verdict.WRONG_ANSWER)),
            Map.entry("TIMELIMIT", Set.of(Verdict.TIME_LIMIT_EXCEEDED)),
            Map.entry("TIME_LIMIT_EXCEEDED", Set.of(Verdict.TIME_LIMIT_EXCEEDED)),
            Map.entry("RUN_ERROR", RUN_TIME_ERROR),
            Map.entry("RUN_TIME_ERROR", RUN_TIME_ERROR),
            Map.entry("MEMORY_LIMIT", Set.of(Verdict.MEMORY_LIMIT_EXCEEDED)),
            Map.entry("OUTPUT_LIMIT", Set.of(Verdict.OUTPUT_LIMIT_EXCEEDED)),
            Map.entry("COMPILER_ERROR", Set.of(Verdict.COMPILE_ERROR)));

    public Expectation {
        EnumSet<Verdict> ordered = EnumSet.noneOf(Verdict.class);
        ordered.addAll(permitted);
        permitted = Collections.unmodifiableSet(ordered);
    }

    /** One that says nothing of scores. */
    public Expectation(Set<Verdict> permitted) {
        this(permitted, null, false);
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
            Matcher comment = COMMENT.matcher(text);
            while (comment.find()) {
                Arrays.stream(comment.group(1).split(","))
                        .map(result -> RESULTS.getOrDefault(canonical(result), Set.of()))
                        .forEach(commented::addAll);
            }
        }
        return new Expectation(
                commented.isEmpty() ? FOLDERS.getOrDefault(folder, Set.of()) : EnumSet.copyOf(commented),
                score,
                commented.isEmpty() && folder.equals(PARTIAL));
    }

    private static String canonical(String result) {
        return result.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether a verdict is one that the author allows. */
    public boolean isMetBy(Verdict verdict) {
        return permitted.isEmpty() || permitted.contains(verdict);
    }

    /** Whether a solution did as the author allows, in a problem with that scoring. */
    public boolean isMetBy(Outcome outcome, Scoring scoring) {
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

    /** Whether it has to be accepted: its times bound the time limit from below. */
    public boolean isAccepted() {
        return permitted.equals(Set.of(Verdict.ACCEPTED));
    }

    /** Whether it has to run out of time: its times bound the time limit from above. */
    public boolean isTooSlow() {
        return permitted.equals(Set.of(Verdict.TIME_LIMIT_EXCEEDED));
    }
}

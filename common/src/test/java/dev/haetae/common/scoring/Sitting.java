package dev.haetae.common.scoring;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Scoring;
import dev.haetae.common.Skip;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Somebody who passes all tests but those named here: {@code on(scoring, "secret/1").fails("secret/1", WRONG_ANSWER).tally()}. */
final class Sitting implements TestRuns {

    private final Scoring scoring;
    private final List<String> tests;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private CustomGrader grader = (_, _) -> {
        throw new AssertionError("nobody asked for a grader");
    };

    private Sitting(Scoring scoring, List<String> tests) {
        this.scoring = scoring;
        this.tests = tests;
    }

    static Sitting on(Scoring scoring, String... tests) {
        return new Sitting(scoring, List.of(tests));
    }

    Sitting fails(String test, Verdict verdict) {
        verdicts.put(test, verdict);
        return this;
    }

    Sitting fails(String test) {
        return fails(test, Verdict.WRONG_ANSWER);
    }

    Sitting gets(String test, Claim claim) {
        claims.put(test, claim);
        return this;
    }

    Sitting gradedBy(CustomGrader custom) {
        this.grader = custom;
        return this;
    }

    Tally tally() {
        return Evaluation.of(scoring, tests, this, grader);
    }

    /** The score in plain decimals. */
    String score() {
        return Objects.requireNonNull(tally().score()).toPlainString();
    }

    /** {@code name score/most} of each group, and why it was skipped. */
    List<String> groups() {
        return Objects.requireNonNull(tally().groups()).stream()
                .map(Sitting::shown)
                .toList();
    }

    private static String shown(GroupResult group) {
        return "%s %s %s/%s of %d/%d%s"
                .formatted(
                        group.name(),
                        group.verdict(),
                        group.score(),
                        group.maxScore(),
                        group.testsDone(),
                        group.testsTotal(),
                        group.skipped() == null ? "" : " " + group.skipped());
    }

    /** What was done, in order: a test's name and score, or why it was skipped. */
    String steps() {
        tally();
        return steps.stream().collect(Collectors.joining(" "));
    }

    @Override
    public Mark run(int place, Worth worth) {
        String test = tests.get(place);
        Verdict verdict = verdicts.getOrDefault(test, Verdict.ACCEPTED);
        Points points = worth.of(verdict, claims.getOrDefault(test, Claim.NOTHING));
        steps.add(points.score() == null ? test : test + "=" + points.shownScore());
        return new Mark(verdict, points);
    }

    @Override
    public void skip(int place, Skip why) {
        steps.add(tests.get(place) + ":" + why);
    }
}
